package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** D: all read models again from the whole log, beside one processor as Axon brings it. */
final class Rebuilding implements Figure {

    private static final int SUBSCRIPTIONS = 10_000;
    private static final int MONTHS = 4;
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    @Override
    public Title title() {
        return new Title(
                "D", "rebuild of all projections", Aim.ratioAtLeast(10).and(Aim.atLeast(50_000)));
    }

    @Override
    public void measure(Course course) {
        try (Ledger ledger = new Ledger(course.folder().resolve("d"))) {
            Senders.each(
                    16,
                    course.sized(SUBSCRIPTIONS),
                    _ -> {
                        var _ = ledger.subscribe(ledger.open(), 1);
                    });
            LocalDate end = LocalDate.of(2026, 1, 16).plusMonths(MONTHS);
            ledger.moveClock(end.atStartOfDay(ZoneOffset.UTC).toInstant());
            long events = ledger.events();
            StockReader stock = new StockReader(ledger);
            course.eachRound(round -> {
                String variant = events + " events";
                course.add(
                        this,
                        variant,
                        "stock processor, one statement an event",
                        round,
                        stock.perSecond(course.span()),
                        "events/s");
                double seconds = Senders.seconds(() -> rebuild(ledger));
                course.mastro(this, variant, round, events / seconds, "events/s");
            });
        }
    }

    private static void rebuild(Ledger ledger) {
        ledger.http().tell("/projections/rebuild", "rebuild", "system:bench", Map.of());
        while (isUnderWay(ledger.http().get("/projections"))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean isUnderWay(JsonNode projections) {
        boolean underWay = false;
        for (JsonNode one : projections.path("items")) {
            String state = one.path("rebuild").path("state").asString();
            if (state.equals("FAILED")) {
                throw new IllegalStateException("a rebuild failed: " + one);
            }
            underWay |= !state.equals("FINISHED");
        }
        return underWay;
    }
}
