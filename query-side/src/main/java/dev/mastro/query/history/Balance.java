package dev.mastro.query.history;

import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.Collection;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an account owes, what the books have given up of its debts, what it may spend and pay out,
 * and what it was billed for service that is still to come, in one currency.
 */
record Balance(
        CurrencyUnit currency,
        Money owed,
        Money writtenOff,
        Money credit,
        Money creditRefundable,
        Money deferred) {

    static Balance of(
            AccountState account, Collection<SubscriptionState> subscriptions, LocalDate date) {
        CurrencyUnit currency = account.currency();
        return new Balance(
                currency,
                account.receivables().total(currency),
                account.receivables().totalWrittenOff(currency),
                account.wallet().spendable(currency, date),
                account.wallet().refundable(currency),
                subscriptions.stream()
                        .filter(SubscriptionState::isLive)
                        .map(SubscriptionState::line)
                        .map(line -> line.deferredOn(date))
                        .reduce(Money.zero(currency), Money::plus));
    }
}
