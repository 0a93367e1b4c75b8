package dev.mastro.shared.account;

/**
 * How many documents of each kind have a number of the account's own; the next one takes the next
 * number.
 */
public record DocumentCount(int invoices, int creditNotes) {

    DocumentCount plusInvoice() {
        return new DocumentCount(invoices + 1, creditNotes);
    }

    DocumentCount plusCreditNote() {
        return new DocumentCount(invoices, creditNotes + 1);
    }
}
