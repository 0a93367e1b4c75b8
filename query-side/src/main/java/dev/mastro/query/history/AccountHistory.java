package dev.mastro.query.history;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays the stored facts of one account up to a moment; asks no read model for an amount. */
@Component
class AccountHistory {

    private static final String SUBSCRIPTIONS =
            """
            SELECT id FROM subscriptions WHERE account_id = ? ORDER BY opened_at_position
            """;

    private static final String INVOICES =
            """
            SELECT id FROM invoices WHERE account_id = ? ORDER BY opened_at_position
            """;

    private final EventStore events;
    private final JdbcClient jdbc;

    AccountHistory(EventStore events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /** The account as it stood; empty before it was opened. */
    Optional<AccountThen> at(UUID account, Moment moment) {
        List<AccountEvent> known = read(account.toString(), moment, AccountEvent.class);
        AccountReplay replay = new AccountReplay();
        known.stream().filter(event -> counts(event, known, moment)).forEach(replay::after);
        boolean complete = known.stream().allMatch(moment::counts);
        List<CreditApplied> covered = complete ? List.of() : replay.coverWithSurplus(moment.asOf());
        return replay.state()
                .map(state ->
                        new AccountThen(
                                state,
                                subscriptions(account, moment),
                                invoices(account, moment, covered),
                                replay.credits()));
    }

    /** What was agreed before the account was opened here counts from its own date on. */
    private static boolean counts(AccountEvent event, List<AccountEvent> known, Moment moment) {
        return moment.counts(event)
                || (event instanceof AccountOpened && known.stream().anyMatch(moment::counts));
    }

    private List<SubscriptionState> subscriptions(UUID account, Moment moment) {
        List<SubscriptionState> found = new ArrayList<>();
        for (String id : ids(SUBSCRIPTIONS, account)) {
            SubscriptionState subscription = null;
            for (SubscriptionEvent event : counted(id, moment, SubscriptionEvent.class)) {
                subscription = after(subscription, event);
            }
            if (subscription != null) {
                found.add(subscription);
            }
        }
        return found;
    }

    private List<InvoiceState> invoices(UUID account, Moment moment, List<CreditApplied> covered) {
        List<InvoiceState> found = new ArrayList<>();
        for (String id : ids(INVOICES, account)) {
            InvoiceState invoice = null;
            for (InvoiceEvent event : counted(id, moment, InvoiceEvent.class)) {
                invoice = after(invoice, event);
            }
            if (invoice != null) {
                found.add(coveredBy(covered, invoice));
            }
        }
        return found;
    }

    private List<String> ids(String sql, UUID account) {
        return jdbc.sql(sql).param(account).query((row, _) -> row.getString("id")).list();
    }

    private <E extends LedgerEvent> List<E> counted(String id, Moment moment, Class<E> type) {
        return read(id, moment, type).stream().filter(moment::counts).toList();
    }

    private <E extends LedgerEvent> List<E> read(String id, Moment moment, Class<E> type) {
        return events.readEvents(id, 0)
                .asStream()
                .filter(moment::knows)
                .map(message -> type.cast(message.getPayload()))
                .toList();
    }

    private static @Nullable SubscriptionState after(
            @Nullable SubscriptionState before, SubscriptionEvent event) {
        if (before == null) {
            return event instanceof SubscriptionStarted started
                    ? SubscriptionState.started(started)
                    : null;
        }
        return before.after(event);
    }

    private static @Nullable InvoiceState after(@Nullable InvoiceState before, InvoiceEvent event) {
        if (before == null) {
            return event instanceof InvoiceIssued issued ? InvoiceState.issued(issued) : null;
        }
        return before.after(event);
    }

    private static InvoiceState coveredBy(List<CreditApplied> covered, InvoiceState invoice) {
        InvoiceState after = invoice;
        for (CreditApplied part : covered) {
            if (part.invoiceId().equals(invoice.id())) {
                after =
                        after.after(
                                new CreditAllocated(
                                        part.invoiceId(),
                                        part.accountId(),
                                        part.amount(),
                                        List.of(),
                                        part.effectiveOn()));
            }
        }
        return after;
    }
}
