package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** F: all subscriptions of a book due on one day, each with invoice and payment. */
final class Renewals implements Figure {

    private static final int SUBSCRIPTIONS = 100_000;
    private static final int SENDERS = 32;
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 2, 15);

    @Override
    public Title title() {
        return new Title("F", "renewals with invoice and payment", Aim.ratioAtLeast(0.5));
    }

    @Override
    public void measure(Course course) {
        int subscriptions = course.sized(SUBSCRIPTIONS);
        try (Store store = new Store(course.folder().resolve("f-plain"));
                Commands commands = Commands.of(store);
                Ledger ledger = new Ledger(course.folder().resolve("f"))) {
            Senders.each(16, subscriptions, _ -> subscribe(ledger));
            course.warmUp(SENDERS, _ -> commands.send());
            course.eachRound(round -> {
                String variant = subscriptions + " due on one day";
                double plain =
                        Senders.pace(SENDERS, course.span(), _ -> commands.send()).perSecond();
                course.add(this, variant, "A at 32 senders", round, plain, "events/s");
                long before = ledger.events();
                double seconds = Senders.seconds(() -> renew(ledger, round));
                course.mastro(
                        this, variant, round, (ledger.events() - before) / seconds, "events/s");
            });
        }
    }

    private static void subscribe(Ledger ledger) {
        var _ = ledger.subscribe(ledger.open(), 1);
    }

    private static void renew(Ledger ledger, int round) {
        LocalDate due = FIRST_DUE.plusMonths(round - 1L);
        ledger.moveClock(due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
