package dev.mastro.benchmarks.telco;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the file beside those of the ledger. */
record Reconciliation(List<Row> rows) {

    /** One figure on both sides. */
    record Row(String figure, BigDecimal file, BigDecimal ledger) {

        BigDecimal difference() {
            return ledger.subtract(file);
        }

        boolean agrees() {
            return difference().signum() == 0;
        }
    }

    static Reconciliation of(Figures file, Figures ledger) {
        List<Row> rows = new ArrayList<>();
        rows.add(count("accounts", file.accounts(), ledger.accounts()));
        rows.add(count("invoices", file.invoices(), ledger.invoices()));
        rows.add(new Row("billed, USD", file.billed(), ledger.billed()));
        rows.add(new Row("received, USD", file.received(), ledger.received()));
        rows.add(new Row("still owed, USD", file.owed(), ledger.owed()));
        rows.add(new Row("trial balance, USD", file.trialBalance(), ledger.trialBalance()));
        rows.add(
                new Row("revenue on " + TelcoBook.END + ", USD", file.revenue(), ledger.revenue()));
        rows.add(
                count(
                        "subscriptions that end on " + TelcoBook.END,
                        file.leaving(),
                        ledger.leaving()));
        rows.add(new Row("recurring a month, USD, staying", file.recurring(), ledger.recurring()));
        rows.add(
                count(
                        "customers whose total is off",
                        0,
                        differing(file.perCustomer(), ledger.perCustomer())));
        return new Reconciliation(List.copyOf(rows));
    }

    boolean agrees() {
        return rows.stream().allMatch(Row::agrees);
    }

    /** A table for the terminal. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append(line("", "file", "ledger", "difference"));
        for (Row row : rows) {
            text.append(
                    line(
                            row.figure(),
                            number(row.file()),
                            number(row.ledger()),
                            number(row.difference())));
        }
        return text.toString();
    }

    private static long differing(Map<String, BigDecimal> file, Map<String, BigDecimal> ledger) {
        long missing = ledger.keySet().stream().filter(id -> !file.containsKey(id)).count();
        return missing
                + file.entrySet().stream()
                        .filter(one ->
                                ledger.getOrDefault(one.getKey(), BigDecimal.ONE.negate())
                                                .compareTo(one.getValue())
                                        != 0)
                        .count();
    }

    private static Row count(String figure, long file, long ledger) {
        return new Row(figure, BigDecimal.valueOf(file), BigDecimal.valueOf(ledger));
    }

    private static String number(BigDecimal value) {
        return value.scale() <= 0
                ? String.format(Locale.ROOT, "%,d", value.longValueExact())
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String line(String figure, String file, String ledger, String difference) {
        return String.format(
                Locale.ROOT, "%-42s %16s %16s %12s%n", figure, file, ledger, difference);
    }
}
