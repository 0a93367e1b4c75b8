package dev.mastro.query.platform;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.RefusedTokens;
import dev.mastro.eventstore.RefusedTokens.Refused;
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
    private final RefusedTokens refused;
    private final LogPosition log;

    ProjectionOverview(
            ProjectionReaders readers,
            ProjectionFailures failures,
            Rebuilds rebuilds,
            Letters letters,
            RefusedTokens refused,
            LogPosition log) {
        this.readers = readers;
        this.failures = failures;
        this.rebuilds = rebuilds;
        this.letters = letters;
        this.refused = refused;
        this.log = log;
    }

    /** All of them, by name. */
    public List<ProjectionProgress> all() {
        Seen seen =
                new Seen(
                        log.head(),
                        readers.stored(),
                        refused.all(),
                        rebuilds.latest(),
                        letters.counts());
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
            List<Refused> refused,
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
                failures.of(name)
                        .or(() -> refused(name, seen.refused()))
                        .or(() -> beyond(positions.getMax(), seen.head()))
                        .orElse(null);
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

    private static Optional<String> refused(String name, List<Refused> refused) {
        return refused.stream()
                .filter(one -> one.processor().equals(name))
                .map(Refused::inWords)
                .findFirst();
    }

    /** Asked for the end again, because a reader may have gone on since the first look. */
    private Optional<String> beyond(long furthest, long head) {
        return furthest <= head || furthest <= log.head()
                ? Optional.empty()
                : Optional.of(RefusedTokens.inWords(furthest, head));
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
