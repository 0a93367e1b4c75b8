package dev.mastro.command.debt;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;

/** Commands that give an invoice up. */
public sealed interface DebtCommands extends LedgerCommand {

    /** The invoice. */
    InvoiceId invoiceId();

    /** Why, for finance. */
    String reason();

    /** Gives up in the books what is owed; the debt survives (billing.md WO-1). */
    record WriteOffInvoice(AccountId accountId, InvoiceId invoiceId, String reason)
            implements DebtCommands {}

    /** Lets an invoice never have counted (billing.md P27). */
    record VoidInvoice(AccountId accountId, InvoiceId invoiceId, String reason)
            implements DebtCommands {

        @Override
        public boolean looksBack() {
            return true;
        }
    }
}
