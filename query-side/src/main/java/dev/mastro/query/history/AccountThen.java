package dev.mastro.query.history;

import dev.mastro.query.credit.CreditState;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;

/** A whole account at a moment. */
record AccountThen(
        AccountState account,
        List<SubscriptionState> subscriptions,
        List<InvoiceState> invoices,
        List<CreditState> credits) {}
