package dev.mastro.command.document;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.InvoiceVoided;

/** Lets an invoice never have counted; its number stays used (billing.md P27). */
public final class Voiding {

    private Voiding() {}

    /** Voids an invoice on which nothing depends. */
    public static void of(
            Draft draft, InvoiceState invoice, String reason, Circumstances circumstances) {
        draft.add(
                new ReceivableCleared(
                        invoice.accountId(),
                        invoice.id(),
                        invoice.outstanding(),
                        circumstances.today()));
        draft.add(
                new InvoiceVoided(
                        invoice.id(),
                        invoice.accountId(),
                        invoice.issued().net(),
                        invoice.issued().tax(),
                        reason,
                        circumstances.today()));
    }
}
