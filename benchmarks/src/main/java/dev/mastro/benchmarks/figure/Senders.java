package dev.mastro.benchmarks.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** Does something over and over with several threads, and counts. */
final class Senders {

    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private Senders() {}

    /** What came of it: how often a second, and how long each took, in milliseconds, sorted. */
    static final class Pace {

        private final double perSecond;
        private final double[] millis;

        Pace(double perSecond, double[] millis) {
            this.perSecond = perSecond;
            this.millis = millis;
        }

        double perSecond() {
            return perSecond;
        }

        double percentile(double share) {
            return millis[Math.min(millis.length - 1, (int) (millis.length * share))];
        }

        double median() {
            return percentile(0.5);
        }
    }

    /** Repeats {@code action} with {@code count} threads for so long; each gets its number. */
    static Pace pace(int count, Duration span, IntConsumer action) {
        long end = System.nanoTime() + span.toNanos();
        long begin = System.nanoTime();
        List<long[]> times = inParallel(count, number -> repeat(number, end, action));
        double seconds = (System.nanoTime() - begin) / NANOS;
        double[] millis =
                times.stream()
                        .flatMapToLong(Arrays::stream)
                        .sorted()
                        .mapToDouble(nanos -> nanos / NANOS_PER_MILLI)
                        .toArray();
        return new Pace(millis.length / seconds, millis);
    }

    /** Does {@code action} once for each number below {@code total}, spread over the threads. */
    static void each(int count, int total, IntConsumer action) {
        var _ =
                inParallel(
                        count,
                        first -> {
                            for (int i = first; i < total; i += count) {
                                action.accept(i);
                            }
                            return first;
                        });
    }

    /** How many seconds {@code action} takes. */
    static double seconds(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / NANOS;
    }

    private interface Part<T> {
        T of(int number);
    }

    private static <T> List<T> inParallel(int count, Part<T> part) {
        List<Callable<T>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            parts.add(() -> part.of(number));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(parts)) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long[] repeat(int number, long end, IntConsumer action) {
        LongStream.Builder nanos = LongStream.builder();
        long now = System.nanoTime();
        while (now < end) {
            action.accept(number);
            long after = System.nanoTime();
            nanos.add(after - now);
            now = after;
        }
        return nanos.build().toArray();
    }
}
