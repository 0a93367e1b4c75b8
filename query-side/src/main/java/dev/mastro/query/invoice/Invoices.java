package dev.mastro.query.invoice;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Page.Place;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.view.InvoiceView;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invoices as they are now. */
@Component
public class Invoices {

    private static final String BY_ID =
            """
            SELECT state FROM invoices WHERE id = ?
            """;

    private static final String BY_NUMBER =
            """
            SELECT state
              FROM invoices
             WHERE lower(number) = lower(?)
             ORDER BY opened_at_position
             LIMIT 1
            """;

    private static final String OF_ACCOUNT =
            """
            SELECT opened_at_position, state
              FROM invoices
             WHERE account_id = :account
               AND (:number::text IS NULL OR lower(number) LIKE :number)
               AND (:from::date IS NULL OR (state #>> '{issued,effectiveOn}')::date >= :from)
               AND (:to::date IS NULL OR (state #>> '{issued,effectiveOn}')::date <= :to)
               AND (:status::text IS NULL OR status = :status)
               AND opened_at_position > :after
             ORDER BY opened_at_position
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;
    private final StateTable<InvoiceState> states;

    Invoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "invoices", InvoiceState.class);
    }

    /** The invoice with everything that happened to it, or 404. */
    public InvoiceState state(String idOrNumber) {
        Optional<UUID> id = Parameters.findId(idOrNumber);
        String number = Parameters.text("number", idOrNumber);
        return (id.isPresent() ? find(BY_ID, id.get()) : find(BY_NUMBER, number))
                .orElseThrow(() -> UnknownSubject.of("invoice", idOrNumber));
    }

    InvoiceView get(String idOrNumber) {
        return InvoiceView.of(state(idOrNumber));
    }

    Page<InvoiceView> ofAccount(UUID account, InvoiceSearch wanted, PageRequest page) {
        return Page.of(
                jdbc.sql(OF_ACCOUNT)
                        .param("account", account)
                        .param("number", wanted.number())
                        .param("from", wanted.from())
                        .param("to", wanted.to())
                        .param("status", wanted.status())
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, _) -> new Place<>(row.getLong(1), view(row.getString(2))))
                        .list(),
                page);
    }

    private Optional<InvoiceState> find(String sql, Object key) {
        return jdbc.sql(sql).param(key).query((row, _) -> states.read(row.getString(1))).optional();
    }

    private InvoiceView view(String state) {
        return InvoiceView.of(states.read(state));
    }
}
