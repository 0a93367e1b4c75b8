package dev.mastro.benchmarks.telco;

import dev.mastro.benchmarks.http.LedgerClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Waits for the projections to have seen the whole log. */
final class ReadModels {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private ReadModels() {}

    static void awaitCaughtUp(LedgerClient ledger, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!caughtUp(ledger.get("/projections"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the read models do not catch up");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static boolean caughtUp(JsonNode projections) {
        for (JsonNode projection : projections.path("items")) {
            if (projection.path("lag").asLong() > 0) {
                return false;
            }
        }
        return true;
    }
}
