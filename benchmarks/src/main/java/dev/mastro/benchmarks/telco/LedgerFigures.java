package dev.mastro.benchmarks.telco;

import dev.mastro.benchmarks.http.LedgerClient;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures as the read models show them. */
final class LedgerFigures {

    private static final String ACCOUNTS = "SELECT count(*) FROM accounts";

    private static final String INVOICES = "SELECT count(*) FROM invoices";

    private static final String POSTED =
            """
            SELECT coalesce(sum(amount_minor), 0)::numeric / 100
              FROM journal_posting
             WHERE ledger_code = :code AND (:event = '' OR event_type = :event)
            """;

    private static final String LEAVING =
            """
            SELECT count(*) FROM subscriptions
             WHERE state->'cancellation'->>'endsOn' = :end
            """;

    private static final String RECURRING =
            """
            SELECT coalesce(sum((state->'product'->>'licences')::numeric
                                * (state->'product'->'unitPrice'->>'amount')::numeric), 0)
              FROM subscriptions
             WHERE state->>'cancellation' IS NULL AND state->>'ended' IS NULL
            """;

    private static final String PER_CUSTOMER =
            """
            SELECT a.name, coalesce(sum(p.amount_minor), 0)::numeric / 100 AS billed
              FROM accounts a
              LEFT JOIN journal_posting p
                ON p.account_id = a.id AND p.ledger_code = '1100'
               AND p.event_type = 'InvoiceIssued'
             GROUP BY a.name
            """;

    private final JdbcClient database;
    private final LedgerClient ledger;

    LedgerFigures(JdbcClient database, LedgerClient ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    Figures read() {
        PublishedBooks books = PublishedBooks.read(ledger);
        return new Figures(
                count(ACCOUNTS),
                count(INVOICES),
                posted("1100", "InvoiceIssued"),
                posted("1010", "PaymentReceived"),
                posted("1100", ""),
                books.difference(),
                books.balanceOf("4000"),
                database.sql(LEAVING)
                        .param("end", TelcoBook.END.toString())
                        .query(Long.class)
                        .single(),
                database.sql(RECURRING).query(BigDecimal.class).single(),
                perCustomer());
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private BigDecimal posted(String code, String event) {
        return database.sql(POSTED)
                .param("code", code)
                .param("event", event)
                .query(BigDecimal.class)
                .single();
    }

    private Map<String, BigDecimal> perCustomer() {
        return database.sql(PER_CUSTOMER).query(Billed.class).list().stream()
                .collect(Collectors.toMap(Billed::name, Billed::billed));
    }

    private record Billed(String name, BigDecimal billed) {}
}
