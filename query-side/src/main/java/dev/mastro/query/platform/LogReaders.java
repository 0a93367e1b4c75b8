package dev.mastro.query.platform;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that reads the log to its end: read models, and reactions as if they were some. */
@Component
public class LogReaders {

    private final List<Projection> all;

    LogReaders(List<Projection> projections, List<Reaction> reactions) {
        this.all =
                Stream.concat(projections.stream(), reactions.stream().map(ReadOnce::new)).toList();
    }

    /**
     * The one of this name.
     *
     * @throws UnknownSubject when there is none
     */
    public Projection of(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UnknownSubject.of("projection", name));
    }
}
