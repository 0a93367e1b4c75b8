package dev.mastro.shared.invoice;

/** Points at one line of one invoice. */
public record LineReference(InvoiceId invoiceId, int lineNumber) {}
