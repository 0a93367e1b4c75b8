package dev.mastro.benchmarks.telco;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time goes. */
final class Phases {

    private final Map<String, Duration> spent = new LinkedHashMap<>();

    void measure(String phase, Runnable work) {
        long begin = System.nanoTime();
        try {
            work.run();
        } finally {
            spent.merge(phase, Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
        }
    }

    Map<String, Duration> spent() {
        return spent;
    }

    Duration total() {
        return spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
