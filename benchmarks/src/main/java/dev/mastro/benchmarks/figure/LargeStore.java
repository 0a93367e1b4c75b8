package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Sample;
import dev.mastro.benchmarks.report.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** H: an append, and its way to a reader, in a small and in a large store. */
final class LargeStore implements Figure {

    private static final int SMALL = 100_000;
    private static final int LARGE = 5_000_000;
    private static final int PATIENCE_SECONDS = 10;

    @Override
    public Title title() {
        return new Title("H", "append and read what one wrote", Aim.ratioAtMost(1.2));
    }

    @Override
    public void measure(Course course) {
        try (Store store = new Store(course.folder().resolve("h"));
                Commands commands = Commands.of(store)) {
            commands.send();
            List<double[]> small = in(course, store, commands, course.sized(SMALL));
            List<double[]> large = in(course, store, commands, course.sized(LARGE));
            String baseline = "with " + course.sized(SMALL) + " events";
            for (int i = 0; i < small.size(); i++) {
                String variant = "with " + course.sized(LARGE) + " events";
                add(course, "append, " + variant, baseline, i, small.get(i)[0], large.get(i)[0]);
                add(course, "read, " + variant, baseline, i, small.get(i)[1], large.get(i)[1]);
            }
        }
    }

    private void add(
            Course course, String variant, String baseline, int i, double small, double large) {
        course.add(this, variant, baseline, i + 1, small, "ms p50");
        course.add(this, variant, Sample.MASTRO, i + 1, large, "ms p50");
    }

    /** For each round, the median of the append and that of append and read. */
    private static List<double[]> in(Course course, Store store, Commands commands, int events) {
        new LogRows(store).fillTo(events);
        EventStore log = store.bean(EventStore.class);
        List<double[]> medians = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                log.openStream(log.createHeadToken())) {
            course.warmUp(1, _ -> appendAndRead(commands, stream));
            course.eachRound(_ -> {
                double read =
                        Senders.pace(1, course.span(), _ -> appendAndRead(commands, stream))
                                .median();
                double append = Senders.pace(1, course.span(), _ -> commands.send()).median();
                drain(stream);
                medians.add(new double[] {append, read});
            });
        }
        return medians;
    }

    private static void appendAndRead(
            Commands commands, BlockingStream<TrackedEventMessage<?>> stream) {
        commands.send();
        try {
            if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("an appended event did not arrive");
            }
            var _ = stream.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void drain(BlockingStream<TrackedEventMessage<?>> stream) {
        try {
            while (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                var _ = stream.nextAvailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
