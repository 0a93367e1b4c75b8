package dev.mastro.shared.account;

import dev.mastro.shared.invoice.InvoiceId;
import org.joda.money.Money;

/** The part of a payment that settles one invoice; positive. */
public record Allocation(InvoiceId invoiceId, Money amount) {}
