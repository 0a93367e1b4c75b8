package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** I: what people look at, on an account with a long history, beside the least a server can do. */
final class Reads implements Figure {

    private static final int EVENTS = 10_000;
    private static final int CLIENTS = 32;
    private static final double NEARLY_ALL = 0.99;

    @Override
    public Title title() {
        return new Title("I", "reads over HTTP, 32 clients", Aim.ratioAtMost(3));
    }

    @Override
    public void measure(Course course) {
        try (Ledger ledger = new Ledger(course.folder().resolve("i"))) {
            String account = new LongAccount(ledger, course.sized(EVENTS)).account();
            String select = SelectOne.addTo(ledger);
            var _ = ledger.subscribe(account, 1);
            Map<String, String> reads = new LinkedHashMap<>();
            reads.put("timeline page", "/accounts/" + account + "/timeline");
            reads.put("balance", "/accounts/" + account + "/balance");
            reads.put("invoice list", "/accounts/" + account + "/invoices");
            reads.forEach((variant, path) -> {
                course.warmUp(CLIENTS, _ -> read(ledger, path));
                course.warmUp(CLIENTS, _ -> read(ledger, select));
                course.eachRound(round -> compare(course, ledger, variant, path, select, round));
            });
        }
    }

    private void compare(
            Course course, Ledger ledger, String variant, String path, String select, int round) {
        Senders.Pace least = pace(ledger, select, course.span());
        Senders.Pace ours = pace(ledger, path, course.span());
        String name = "SELECT 1 over HTTP";
        course.add(this, variant + ", p50", name, round, least.median(), "ms");
        course.mastro(this, variant + ", p50", round, ours.median(), "ms");
        course.add(this, variant + ", p99", name, round, least.percentile(NEARLY_ALL), "ms");
        course.mastro(this, variant + ", p99", round, ours.percentile(NEARLY_ALL), "ms");
    }

    private static Senders.Pace pace(Ledger ledger, String path, Duration span) {
        return Senders.pace(CLIENTS, span, _ -> read(ledger, path));
    }

    private static void read(Ledger ledger, String path) {
        var _ = ledger.http().get(path);
    }
}
