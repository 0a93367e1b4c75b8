package dev.mastro.query.rebuild;

import dev.mastro.query.platform.LiveSegments;
import dev.mastro.query.platform.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Rebuilds several read models together: the log is read and decoded once for all of them, and
 * their segments are written side by side. Then each is completed, compared and put in place.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private static final int CHUNK = 10_000;

    private final RebuildTable rebuilds;
    private final LiveSegments live;
    private final LogChunks log;
    private final ShadowTables tables;
    private final ShadowWork shadow;
    private final Ending ending;
    private volatile boolean stopping;

    Rebuild(
            RebuildTable rebuilds,
            LiveSegments live,
            LogChunks log,
            ShadowTables tables,
            ShadowWork shadow,
            Ending ending) {
        this.rebuilds = rebuilds;
        this.live = live;
        this.log = log;
        this.tables = tables;
        this.shadow = shadow;
        this.ending = ending;
    }

    /** A step of one run; when it fails, the others go on. */
    @FunctionalInterface
    private interface Step {
        void of(Run run) throws InterruptedException;
    }

    /** A step of one part of a run, beside all others. */
    @FunctionalInterface
    private interface PartStep {
        void of(Run run, Run.Part part) throws InterruptedException;
    }

    /** From now on a failure is no failure of a rebuild: another process will begin it again. */
    void stop() {
        stopping = true;
    }

    /**
     * The largest begin first, so that nobody waits for one of them alone at the end. Returns when
     * all have finished or failed; an interruption leaves them to another process.
     */
    void rebuild(List<Projection> projections) throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Projection projection : projections) {
            begin(projection).ifPresent(runs::add);
        }
        runs.sort(Comparator.comparingLong(tables::liveSize).reversed());
        each(runs, tables::create);
        try (Workers workers = new Workers()) {
            fill(runs, workers);
            together(runs, run -> List.of(workers.start(() -> ending.end(run))));
        }
    }

    private void fill(List<Run> runs, Workers workers) throws InterruptedException {
        try {
            bulk(runs, workers);
        } catch (RuntimeException e) {
            each(
                    runs,
                    _ -> {
                        throw e;
                    });
        }
    }

    private Optional<Run> begin(Projection projection) {
        Map<Integer, Long> positions = live.positions(projection.name());
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        long until = positions.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        OptionalLong number = rebuilds.begin(projection.name(), until);
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(Run.of(projection, number.getAsLong(), until, positions.keySet()));
    }

    /** The live tables are at least as far as this goes, and never go back. */
    private void bulk(List<Run> runs, Workers workers) throws InterruptedException {
        long until = runs.stream().mapToLong(Run::until).max().orElse(0);
        Future<LogChunk> next = read(0, until, runs, workers);
        for (long position = 0; position < until; ) {
            LogChunk chunk = Workers.result(next);
            position = chunk.end();
            next = read(position, until, runs, workers);
            onEachPart(runs, workers, (run, part) -> shadow.bulk(run, part, chunk));
            rebuilds.advance(runs.stream().map(Run::name).toList(), position);
        }
        onEachPart(runs, workers, (run, part) -> shadow.inShadow(run, part.bulk()::finish));
        runs.forEach(run -> run.reached(run.untilEverywhere()));
    }

    private Future<LogChunk> read(long from, long until, List<Run> runs, Workers workers) {
        List<Projection> readers = runs.stream().map(Run::projection).toList();
        return workers.start(() ->
                log.read(
                        from,
                        until,
                        CHUNK,
                        type -> readers.stream().anyMatch(reader -> reader.reads(type))));
    }

    private void onEachPart(List<Run> runs, Workers workers, PartStep step)
            throws InterruptedException {
        together(
                runs,
                run ->
                        run.parts().stream()
                                .<Future<?>>map(part -> workers.start(() -> step.of(run, part)))
                                .toList());
    }

    /** Starts the work of all runs, and waits for it. */
    private void together(List<Run> runs, Function<Run, List<Future<?>>> starting)
            throws InterruptedException {
        Map<Run, List<Future<?>>> started = new HashMap<>();
        runs.forEach(run -> started.put(run, starting.apply(run)));
        each(
                runs,
                run -> {
                    for (Future<?> part : started.getOrDefault(run, List.of())) {
                        var _ = Workers.result(part);
                    }
                });
    }

    private void each(List<Run> runs, Step step) throws InterruptedException {
        for (Run run : List.copyOf(runs)) {
            try {
                step.of(run);
            } catch (RuntimeException e) {
                if (stopping) {
                    throw new InterruptedException(e.getMessage());
                }
                LOG.error("the rebuild of {} has failed", run.name(), e);
                runs.remove(run);
                rebuilds.fail(run.name(), run.number(), String.valueOf(e.getMessage()));
            }
        }
    }
}
