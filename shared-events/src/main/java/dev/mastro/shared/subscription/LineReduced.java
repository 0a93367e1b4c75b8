package dev.mastro.shared.subscription;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * So much of an invoice line of this subscription was given back although the service goes on, or
 * had ended by itself: the line counts for the rest only.
 */
@Revision("1")
public record LineReduced(
        SubscriptionId subscriptionId,
        AccountId accountId,
        InvoiceId invoiceId,
        int lineNumber,
        Money net,
        Money tax,
        LocalDate effectiveOn)
        implements SubscriptionEvent {}
