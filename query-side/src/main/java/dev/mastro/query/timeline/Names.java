package dev.mastro.query.timeline;

import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;

/** What people call the things that facts mention only by their ids. */
interface Names {

    /** The number of an invoice. */
    String of(InvoiceId invoice);

    /** The product that a subscription is for at this point of its history. */
    String of(SubscriptionId subscription);
}
