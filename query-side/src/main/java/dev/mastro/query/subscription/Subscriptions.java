package dev.mastro.query.subscription;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Page.Place;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.view.SubscriptionView;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions as they are now. */
@Component
class Subscriptions {

    private static final String ONE =
            """
            SELECT state FROM subscriptions WHERE id = ?
            """;

    private static final String OF_ACCOUNT =
            """
            SELECT opened_at_position, state
              FROM subscriptions
             WHERE account_id = :account
               AND opened_at_position > :after
             ORDER BY opened_at_position
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;
    private final StateTable<SubscriptionState> states;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "subscriptions", SubscriptionState.class);
    }

    SubscriptionView get(UUID id) {
        return jdbc.sql(ONE)
                .param(id)
                .query((row, _) -> view(row.getString("state")))
                .optional()
                .orElseThrow(() -> UnknownSubject.of("subscription", id));
    }

    Page<SubscriptionView> ofAccount(UUID account, PageRequest page) {
        return Page.of(
                jdbc.sql(OF_ACCOUNT)
                        .param("account", account)
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, _) -> new Place<>(row.getLong(1), view(row.getString(2))))
                        .list(),
                page);
    }

    private SubscriptionView view(String state) {
        return SubscriptionView.of(states.read(state));
    }
}
