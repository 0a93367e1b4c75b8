package dev.mastro.query.account;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Page.Place;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.query.seller.Sellers;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.view.AccountView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts as they are now. */
@Component
public class Accounts {

    private static final String ONE =
            """
            SELECT state FROM accounts WHERE id = ?
            """;

    private static final String ALL =
            """
            SELECT opened_at_position, state
              FROM accounts
             WHERE opened_at_position > :after
             ORDER BY opened_at_position
             LIMIT :fetch
            """;

    /** Each part has an index of its own, which an OR over all of them would not use. */
    private static final String SEARCH =
            """
            SELECT opened_at_position, state
              FROM accounts
             WHERE opened_at_position > :after
               AND id IN (SELECT id FROM accounts WHERE lower(number) LIKE :prefix
                          UNION SELECT id FROM accounts WHERE lower(name) LIKE :prefix
                          UNION SELECT id FROM accounts WHERE lower(email) LIKE :prefix
                          UNION SELECT account_id FROM invoices WHERE lower(number) LIKE :prefix)
             ORDER BY opened_at_position
             LIMIT :fetch
            """;

    private static final String SUBSCRIPTIONS =
            """
            SELECT account_id, state
              FROM subscriptions
             WHERE account_id = ANY (?::uuid[])
             ORDER BY opened_at_position
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sellers sellers;
    private final StateTable<AccountState> states;
    private final StateTable<SubscriptionState> subscriptionStates;

    Accounts(JdbcClient jdbc, Clock clock, Sellers sellers) {
        this.jdbc = jdbc;
        this.sellers = sellers;
        this.clock = clock;
        this.states = new StateTable<>(jdbc, "accounts", AccountState.class);
        this.subscriptionStates = new StateTable<>(jdbc, "subscriptions", SubscriptionState.class);
    }

    /** The account, or 404. */
    public AccountState get(UUID id) {
        return find(id).orElseThrow(() -> UnknownSubject.of("account", id));
    }

    /** The subscriptions of an account, those that have ended too, oldest first. */
    public List<SubscriptionState> subscriptionsOf(UUID account) {
        return subscriptions(List.of(account.toString()))
                .getOrDefault(account.toString(), List.of());
    }

    /** The date in the account's zone. */
    public LocalDate today(AccountState account) {
        return WallClock.dateAt(clock.instant(), account.profile().timeZone());
    }

    AccountView view(UUID id) {
        AccountState account = get(id);
        return view(account, subscriptionsOf(id), today(account));
    }

    /** How an account and its subscriptions look on a date, by the rules of its seller then. */
    public AccountView view(
            AccountState account, List<SubscriptionState> subscriptions, LocalDate date) {
        return AccountView.of(
                account,
                subscriptions,
                sellers.get(account.profile().seller()).blockingOn(date),
                date);
    }

    Page<AccountView> all(PageRequest page) {
        return views(
                jdbc.sql(ALL)
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, _) -> place(row.getLong(1), row.getString(2)))
                        .list(),
                page);
    }

    Page<AccountView> search(String text, PageRequest page) {
        return views(
                jdbc.sql(SEARCH)
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .param("prefix", prefix(text))
                        .query((row, _) -> place(row.getLong(1), row.getString(2)))
                        .list(),
                page);
    }

    private Optional<AccountState> find(UUID id) {
        return jdbc.sql(ONE)
                .param(id)
                .query((row, _) -> states.read(row.getString("state")))
                .optional();
    }

    private Place<AccountState> place(long position, String state) {
        return new Place<>(position, states.read(state));
    }

    private Page<AccountView> views(List<Place<AccountState>> found, PageRequest page) {
        Page<AccountState> accounts = Page.of(found, page);
        Map<String, List<SubscriptionState>> subscriptions =
                subscriptions(
                        accounts.items().stream().map(account -> account.id().toString()).toList());
        return accounts.map(account ->
                view(
                        account,
                        subscriptions.getOrDefault(account.id().toString(), List.of()),
                        today(account)));
    }

    private Map<String, List<SubscriptionState>> subscriptions(List<String> accounts) {
        Map<String, List<SubscriptionState>> found = new HashMap<>();
        jdbc.sql(SUBSCRIPTIONS)
                .param(1, accounts.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>())
                            .add(subscriptionStates.read(row.getString("state")));
                });
        return found;
    }

    private static String prefix(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
