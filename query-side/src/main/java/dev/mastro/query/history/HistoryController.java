package dev.mastro.query.history;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.credit.CreditState;
import dev.mastro.query.platform.Parameters;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.view.AccountView;
import dev.mastro.shared.view.CreditView;
import dev.mastro.shared.view.InvoiceView;
import dev.mastro.shared.view.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{id}")
class HistoryController {

    private final AccountHistory history;
    private final Accounts accounts;

    HistoryController(AccountHistory history, Accounts accounts) {
        this.history = history;
        this.accounts = accounts;
    }

    /** One balance for each currency of the account, and the moment they are of. */
    record Balances(
            AccountId accountId,
            LocalDate asOf,
            @Nullable Instant knownAt,
            List<Balance> balances) {}

    /** The whole account as it stood. */
    record AccountAt(
            LocalDate asOf,
            @Nullable Instant knownAt,
            AccountView account,
            List<SubscriptionView> subscriptions,
            List<InvoiceView> invoices,
            List<CreditView> credits,
            List<Balance> balances) {}

    @GetMapping("/balance")
    Balances balance(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        AccountState now = accounts.get(Parameters.id(id));
        Moment moment = moment(now, asOf, knownAt);
        return new Balances(
                now.id(),
                moment.asOf(),
                moment.knownAt(),
                List.of(
                        asOf == null && knownAt == null
                                ? current(now)
                                : balance(then(now, moment), moment)));
    }

    @GetMapping("/state")
    AccountAt state(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        AccountState now = accounts.get(Parameters.id(id));
        Moment moment = moment(now, asOf, knownAt);
        AccountThen then = then(now, moment);
        return new AccountAt(
                moment.asOf(),
                moment.knownAt(),
                accounts.view(then.account(), then.subscriptions(), moment.asOf()),
                then.subscriptions().stream().map(SubscriptionView::of).toList(),
                then.invoices().stream().map(InvoiceView::of).toList(),
                then.credits().stream().map(CreditState::view).toList(),
                List.of(balance(then, moment)));
    }

    private Balance current(AccountState now) {
        UUID id = now.id().value();
        return Balance.of(now, accounts.subscriptionsOf(id), accounts.today(now));
    }

    private static Balance balance(AccountThen then, Moment moment) {
        return Balance.of(then.account(), then.subscriptions(), moment.asOf());
    }

    private AccountThen then(AccountState now, Moment moment) {
        return history.at(now.id().value(), moment)
                .orElseThrow(() -> UnknownSubject.then("account", now.id(), moment.inWords()));
    }

    /** Without a date, the day of the instant; without an instant, everything that is known. */
    private Moment moment(AccountState now, @Nullable String asOf, @Nullable String knownAt) {
        LocalDate date = Parameters.date("asOf", asOf);
        Instant instant = Parameters.instant("knownAt", knownAt);
        if (date != null) {
            return new Moment(date, instant);
        }
        return new Moment(
                instant == null
                        ? accounts.today(now)
                        : WallClock.dateAt(instant, now.profile().timeZone()),
                instant);
    }
}
