package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** C: a quote, and the order of it: subscription changed, invoice issued, credit taken. */
final class Orders implements Figure {

    private static final int CLIENTS = 32;

    @Override
    public Title title() {
        return new Title("C", "orders over HTTP, each after a quote", Aim.ratioAtLeast(0.25));
    }

    @Override
    public void measure(Course course) {
        try (Store store = new Store(course.folder().resolve("c-plain"));
                Ledger ledger = new Ledger(course.folder().resolve("c"))) {
            List<Buyer> buyers = buyers(ledger);
            PgBench plain = plain(store, course);
            course.warmUp(CLIENTS, number -> buyers.get(number).buy(ledger));
            course.eachRound(round -> {
                course.add(this, variant(), "pgbench", round, plain.perSecond(), "orders/s");
                double ours =
                        Senders.pace(
                                        CLIENTS,
                                        course.span(),
                                        number -> buyers.get(number).buy(ledger))
                                .perSecond();
                course.mastro(this, variant(), round, ours, "orders/s");
            });
        }
    }

    private static PgBench plain(Store store, Course course) {
        try (Commands commands = Commands.of(store)) {
            commands.send();
        }
        return new PgBench(store, CLIENTS, course.span());
    }

    /** One account, which buys one more licence each time. */
    private record Buyer(Ledger.Customer customer, AtomicInteger licences) {

        void buy(Ledger ledger) {
            Map<String, ?> more =
                    Map.of(
                            "type", "ADJUST_LICENCES",
                            "subscription", customer.subscription(),
                            "total", licences.incrementAndGet());
            var _ = ledger.quote(customer.account(), more);
            var _ = ledger.order(customer.account(), more);
        }
    }

    private static List<Buyer> buyers(Ledger ledger) {
        ConcurrentLinkedQueue<Buyer> buyers = new ConcurrentLinkedQueue<>();
        Senders.each(
                8,
                CLIENTS,
                _ -> {
                    String account = ledger.open();
                    ledger.giveCredit(account, "900000.00");
                    buyers.add(new Buyer(ledger.subscribe(account, 1), new AtomicInteger(1)));
                });
        return Stream.of(buyers.toArray(Buyer[]::new)).toList();
    }

    private static String variant() {
        return CLIENTS + " clients";
    }
}
