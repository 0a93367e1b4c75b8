package dev.mastro.shared.invoice;

import dev.mastro.shared.subscription.SubscriptionId;
import org.jspecify.annotations.Nullable;

/** A priced row on an invoice, numbered from 1. A credit points at the line it gives back. */
public record InvoiceLine(
        int number,
        SubscriptionId subscriptionId,
        String product,
        LineKind kind,
        LineBasis basis,
        LineAmount amount,
        @Nullable LineReference credits) {}
