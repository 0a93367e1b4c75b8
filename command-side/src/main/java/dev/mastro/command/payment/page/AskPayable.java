package dev.mastro.command.payment.page;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;

/** Asks what an express payment of an invoice would be, or why there can be none. */
record AskPayable(AccountId accountId, InvoiceId invoiceId) implements LedgerCommand {}
