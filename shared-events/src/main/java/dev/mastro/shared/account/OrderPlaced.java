package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An order took effect on all its subscriptions at once. {@code invoiceId} is {@code null} when
 * nothing was billed.
 */
@Revision("1")
public record OrderPlaced(
        AccountId accountId,
        OrderId orderId,
        List<SubscriptionId> subscriptions,
        @Nullable InvoiceId invoiceId,
        PricedBy pricedBy,
        LocalDate effectiveOn)
        implements AccountEvent {}
