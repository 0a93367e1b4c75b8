package dev.mastro.query.platform;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoredTokens;
import dev.mastro.query.platform.ProjectionProgress.Condition;
import dev.mastro.query.platform.ProjectionProgress.Rebuild;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far every projection is. */
@Component
public class ProjectionOverview {

    private final ProjectionReaders readers;
    private final ProjectionFailures failures;
    private final Rebuilds rebuilds;
    private final Letters letters;
    private final LogPosition log;

    ProjectionOverview(
            ProjectionReaders readers,
            ProjectionFailures failures,
            Rebuilds rebuilds,
            Letters letters,
            LogPosition log) {
        this.readers = readers;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.letters = letters;
        this.log = log;
    }

    /** All of them, by name. */
    public List<ProjectionProgress> all() {
        Seen seen = new Seen(log.head(), readers.stored(), rebuilds.latest(), letters.counts());
        return readers.names().stream().map(name -> of(name, seen)).toList();
    }

    /**
     * The one of this name.
     *
     * @throws UnknownSubject when there is none
     */
    public ProjectionProgress of(String name) {
        return all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UnknownSubject.of("projection", name));
    }

    private record Seen(
            long head,
            List<StoredTokens.Entry> stored,
            Map<String, Rebuild> rebuilds,
            Map<String, Long> letters) {}

    private ProjectionProgress of(String name, Seen seen) {
        LongSummaryStatistics positions =
                readers.readers(name, seen.stored()).stream()
                        .mapToLong(ProjectionReaders.Reader::position)
                        .summaryStatistics();
        long position = positions.getCount() == 0 ? 0 : positions.getMin();
        Rebuild rebuild = seen.rebuilds().get(name);
        String failure =
                failures.of(name).or(() -> beyond(positions.getMax(), seen.head())).orElse(null);
        return new ProjectionProgress(
                name,
                condition(name, rebuild, failure),
                position,
                seen.head(),
                Math.max(0, seen.head() - position),
                rebuild,
                seen.letters().getOrDefault(name, 0L),
                failure);
    }

    /** Asked for the end again, because a reader may have gone on since the first look. */
    private Optional<String> beyond(long furthest, long head) {
        if (furthest <= head || furthest <= log.head()) {
            return Optional.empty();
        }
        return Optional.of(
                "It has read up to position %d of a log that ends at %d: another log, or cut off"
                        .formatted(furthest, head));
    }

    private Condition condition(String name, @Nullable Rebuild rebuild, @Nullable String failure) {
        if (failure != null) {
            return Condition.FAILED;
        }
        if (rebuild != null && rebuild.isUnderWay()) {
            return Condition.REBUILDING;
        }
        return readers.processor(name).isRunning() ? Condition.RUNNING : Condition.STOPPED;
    }
}
