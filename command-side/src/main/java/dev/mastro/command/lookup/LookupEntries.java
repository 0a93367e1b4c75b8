package dev.mastro.command.lookup;

import dev.mastro.command.facts.Fact;
import dev.mastro.command.facts.FactsListener;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.eventstore.append.SideRows;
import dev.mastro.eventstore.append.SideTable;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enters what facts give a name to. */
@Component
class LookupEntries implements FactsListener {

    private static final String ENTER =
            """
            INSERT INTO ledger_lookup (kind, key, account_id, value)
            SELECT kind, key, account_id::uuid, value
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                   AS entry (kind, key, account_id, value)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final SideRows sideRows;
    private final SideTable<Row> table = this::enter;

    LookupEntries(JdbcClient jdbc, SideRows sideRows) {
        this.jdbc = jdbc;
        this.sideRows = sideRows;
    }

    private record Row(Kind kind, String key, AccountId account, String value) {}

    @Override
    public void recorded(List<Fact> facts, CommandMessage<?> command) {
        facts.stream().flatMap(LookupEntries::rows).forEach(row -> sideRows.add(table, row));
    }

    /** A key that somebody entered meanwhile makes the command look again. */
    private void enter(List<Row> rows) {
        int entered =
                jdbc.sql(ENTER)
                        .param(1, column(rows, row -> row.kind().name()))
                        .param(2, column(rows, Row::key))
                        .param(3, column(rows, row -> row.account().toString()))
                        .param(4, column(rows, Row::value))
                        .update();
        if (entered != rows.size()) {
            throw new ConcurrencyException("a name was given to something else meanwhile");
        }
    }

    private static Stream<Row> rows(Fact fact) {
        return switch (fact.event()) {
            case AccountOpened e ->
                    Stream.of(
                            row(Kind.ACCOUNT, fact.subject(), e.accountId(), fact),
                            row(Kind.ACCOUNT_NUMBER, e.accountNumber(), e.accountId(), fact));
            case SubscriptionStarted e ->
                    Stream.of(row(Kind.SUBSCRIPTION, fact.subject(), e.accountId(), fact));
            case InvoiceIssued e ->
                    Stream.of(
                            row(Kind.INVOICE, fact.subject(), e.accountId(), fact),
                            row(Kind.INVOICE_NUMBER, e.number(), e.accountId(), fact));
            case PaymentReceived e ->
                    Stream.of(
                            new Row(
                                    Kind.PAYMENT,
                                    e.reference(),
                                    e.accountId(),
                                    e.amount().toString()));
            default -> Stream.empty();
        };
    }

    private static Row row(Kind kind, String key, AccountId account, Fact fact) {
        return new Row(kind, key, account, fact.subject());
    }

    private static String[] column(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
