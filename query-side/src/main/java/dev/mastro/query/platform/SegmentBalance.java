package dev.mastro.query.platform;

import dev.mastro.eventstore.seal.BackgroundThread;
import dev.mastro.eventstore.seal.Nudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shares the segments of all projections among the processes. Whoever comes first claims them all,
 * and nobody takes what is claimed; so each lets go of what it reads beyond its share, for long
 * enough that another one takes it. Those of a process that has died are claimed by who is left.
 */
@Component
final class SegmentBalance implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentBalance.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** The others look for free segments each second; some may have none to take. */
    private static final int BEATS_AFTER_LETTING_GO = 5;

    private final ProjectionReaders readers;
    private final ProjectingProcesses processes;
    private final Nudge end = new Nudge();
    private final BackgroundThread thread =
            new BackgroundThread("segment-balance", BEAT.multipliedBy(5));
    private int rest;

    SegmentBalance(ProjectionReaders readers, ProjectingProcesses processes) {
        this.readers = readers;
        this.processes = processes;
    }

    /** A segment of a projection. */
    record Segment(String projection, int number) {}

    /** What to let go of, so that {@code share} are left: from where most are held. */
    static List<Segment> beyond(int share, Map<String, ? extends Iterable<Integer>> held) {
        Map<String, TreeSet<Integer>> left = new TreeMap<>();
        held.forEach((projection, numbers) -> {
            TreeSet<Integer> mine = new TreeSet<>();
            numbers.forEach(mine::add);
            left.put(projection, mine);
        });
        int surplus = left.values().stream().mapToInt(TreeSet::size).sum() - share;
        List<Segment> beyond = new ArrayList<>();
        while (beyond.size() < surplus) {
            var most =
                    left.entrySet().stream()
                            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                            .orElseThrow();
            beyond.add(new Segment(most.getKey(), most.getValue().removeLast()));
        }
        return beyond;
    }

    @Override
    public void start() {
        thread.start(this::work);
    }

    @Override
    public void stop() {
        var _ = thread.stop(end::give);
    }

    @Override
    public boolean isRunning() {
        return thread.isWanted();
    }

    private void work() {
        while (thread.isWanted()) {
            attempt(this::balance);
            end.await(BEAT);
        }
        attempt(processes::leave);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("the segments of projections could not be shared", e);
        }
    }

    private void balance() {
        int present = processes.beat(readers.names());
        if (rest > 0) {
            rest--;
            return;
        }
        List<Segment> beyond = beyond(share(present), readers.held());
        for (Segment segment : beyond) {
            readers.letGo(segment.projection(), segment.number());
        }
        if (!beyond.isEmpty()) {
            LOG.info("lets go of {} segments, there are {} processes", beyond.size(), present);
            rest = BEATS_AFTER_LETTING_GO;
        }
    }

    private int share(int present) {
        return Math.ceilDiv(readers.names().size() * ProjectionConfiguration.SEGMENTS, present);
    }
}
