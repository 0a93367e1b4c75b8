package dev.mastro.query.credit;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Page.Place;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.StateTable;
import dev.mastro.shared.view.CreditView;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credit grants as they are now; one that is used up stays in the list. */
@Component
class Credits {

    private static final String OF_ACCOUNT =
            """
            SELECT opened_at_position, state
              FROM credits
             WHERE account_id = :account
               AND opened_at_position > :after
             ORDER BY opened_at_position, id
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;
    private final StateTable<CreditState> states;

    Credits(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "credits", CreditState.class);
    }

    Page<CreditView> ofAccount(UUID account, PageRequest page) {
        return Page.of(
                jdbc.sql(OF_ACCOUNT)
                        .param("account", account)
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, _) ->
                                new Place<>(row.getLong(1), states.read(row.getString(2)).view()))
                        .list(),
                page);
    }
}
