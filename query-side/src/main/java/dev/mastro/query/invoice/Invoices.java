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
class Invoices {

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

    InvoiceView get(String idOrNumber) {
        Optional<UUID> id = Parameters.findId(idOrNumber);
        return (id.isPresent() ? find(BY_ID, id.get()) : find(BY_NUMBER, idOrNumber))
                .orElseThrow(() -> UnknownSubject.of("invoice", idOrNumber));
    }

    Page<InvoiceView> ofAccount(UUID account, PageRequest page) {
        return Page.of(
                jdbc.sql(OF_ACCOUNT)
                        .param("account", account)
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, _) -> new Place<>(row.getLong(1), view(row.getString(2))))
                        .list(),
                page);
    }

    private Optional<InvoiceView> find(String sql, Object key) {
        return jdbc.sql(sql).param(key).query((row, _) -> view(row.getString(1))).optional();
    }

    private InvoiceView view(String state) {
        return InvoiceView.of(states.read(state));
    }
}
