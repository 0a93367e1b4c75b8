package dev.mastro.query.paper;

import dev.mastro.query.paper.Paper.Cell;
import dev.mastro.query.paper.Paper.Row;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.joda.money.Money;

/** The lines of an invoice; a line that gives back and the one in its place are shown netted. */
record InvoiceRows(
        Letter letter, String catalogVersion, Function<InvoiceId, String> invoiceNumbers) {

    private static final int COLUMNS = 6;

    List<Row> of(List<InvoiceLine> lines) {
        List<Row> rows = new ArrayList<>();
        List<InvoiceLine> group = new ArrayList<>();
        for (InvoiceLine line : lines) {
            if (!group.isEmpty()
                    && !group.getFirst().subscriptionId().equals(line.subscriptionId())) {
                close(group, rows);
            }
            group.add(line);
            rows.add(row(line));
        }
        close(group, rows);
        return rows;
    }

    private void close(List<InvoiceLine> group, List<Row> rows) {
        if (group.size() > 1) {
            rows.add(netted(group));
        }
        group.clear();
    }

    private Row row(InvoiceLine line) {
        Words words = letter.words();
        LineBasis basis = line.basis();
        return new Row(
                "line",
                List.of(
                        description(line),
                        Cell.of(words.period(basis.period())),
                        Cell.amount(words.count(basis.quantity())),
                        Cell.amount(words.amount(basis.unitPrice())),
                        Cell.amount(words.percent(line.amount().taxRate().percent()) + "%"),
                        Cell.amount(words.amount(line.amount().net()))));
    }

    private Cell description(InvoiceLine line) {
        Words words = letter.words();
        String product = product(line);
        if (line.kind() == LineKind.CHARGE || line.credits() == null) {
            return Cell.of(product, days(line.basis()));
        }
        return Cell.of(
                words.get("credit.for", product),
                words.get(
                        "credit.of",
                        days(line.basis()),
                        invoiceNumbers.apply(line.credits().invoiceId()),
                        line.credits().lineNumber()));
    }

    private Row netted(List<InvoiceLine> group) {
        Words words = letter.words();
        InvoiceLine before = group.getFirst();
        InvoiceLine after = group.getLast();
        Money net =
                group.stream().map(line -> line.amount().net()).reduce(letter.zero(), Money::plus);
        int more = after.basis().quantity() - before.basis().quantity();
        String text =
                before.product().equals(after.product()) && more != 0
                        ? words.get(
                                "change.licences",
                                product(after),
                                before.basis().quantity(),
                                after.basis().quantity(),
                                String.format(Locale.ROOT, "%+d", more))
                        : words.get("change", product(after));
        return new Row(
                "group",
                List.of(
                        new Cell(text, null, "first", COLUMNS - 1),
                        Cell.amount(words.amount(net))));
    }

    private String days(LineBasis basis) {
        long days = basis.period().days();
        return days == basis.periodDays()
                ? letter.words().get("whole.period", days)
                : letter.words().get("days", days, basis.periodDays());
    }

    private String product(InvoiceLine line) {
        return letter.seller()
                .productName(catalogVersion, line.product(), letter.words().language());
    }
}
