package dev.mastro.query.platform;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoredTokens;
import dev.mastro.query.platform.ProjectionProgress.Condition;
import dev.mastro.query.platform.ProjectionProgress.Rebuild;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far every projection is. */
@Component
class ProjectionOverview {

    private final ProjectionReaders readers;
    private final ProjectionFailures failures;
    private final LogPosition log;

    ProjectionOverview(ProjectionReaders readers, ProjectionFailures failures, LogPosition log) {
        this.readers = readers;
        this.failures = failures;
        this.log = log;
    }

    List<ProjectionProgress> all() {
        long head = log.head();
        List<StoredTokens.Entry> stored = readers.stored();
        return readers.names().stream().map(name -> of(name, stored, head)).toList();
    }

    Optional<ProjectionProgress> find(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private ProjectionProgress of(String name, List<StoredTokens.Entry> stored, long head) {
        List<ProjectionReaders.Reader> segments = readers.readers(name, stored);
        long position =
                segments.stream().mapToLong(ProjectionReaders.Reader::position).min().orElse(0);
        Rebuild rebuild = rebuild(segments, position);
        String failure = failures.of(name).orElse(null);
        return new ProjectionProgress(
                name,
                condition(name, rebuild, failure),
                position,
                head,
                Math.max(0, head - position),
                rebuild,
                failure);
    }

    private Condition condition(String name, @Nullable Rebuild rebuild, @Nullable String failure) {
        if (failure != null) {
            return Condition.FAILED;
        }
        if (rebuild != null) {
            return Condition.REBUILDING;
        }
        return readers.processor(name).isRunning() ? Condition.RUNNING : Condition.STOPPED;
    }

    private static @Nullable Rebuild rebuild(
            List<ProjectionReaders.Reader> segments, long position) {
        return segments.stream()
                .filter(ProjectionReaders.Reader::isRebuilding)
                .mapToLong(reader -> reader.until().orElseThrow())
                .max()
                .stream()
                .mapToObj(until -> Rebuild.of(position, until))
                .findFirst()
                .orElse(null);
    }
}
