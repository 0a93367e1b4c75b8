package dev.mastro.command.document;

import dev.mastro.command.catalog.CreditPolicy;
import dev.mastro.command.catalog.CreditPolicy.CreditTo;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.Wallet;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.List;
import org.joda.money.Money;

/** Spends the credit of an account on its invoices, in the order of billing.md C10. */
public final class CreditSpending {

    private CreditSpending() {}

    /**
     * Spends on a new invoice, unless the customer switched that off (billing.md R003-18). Where
     * credit covers open invoices first, older debts come before it (C10).
     */
    public static void onNewInvoice(Draft draft, InvoiceId invoiceId, Circumstances circumstances) {
        onOpenInvoices(draft, circumstances);
        AccountState account = draft.book().account();
        if (isAutomatic(account, circumstances.policy().credit())) {
            Money outstanding = account.receivables().outstandingOf(invoiceId, account.currency());
            spend(draft, invoiceId, outstanding, circumstances);
        }
    }

    /**
     * Spends on everything open, oldest first, if the seller lets new credit do so (CR-2). What is
     * open because its payment is disputed may still turn out to be paid.
     */
    public static void onOpenInvoices(Draft draft, Circumstances circumstances) {
        CreditPolicy policy = circumstances.policy().credit();
        AccountState account = draft.book().account();
        if (policy.creditTo() == CreditTo.OPEN_INVOICES_FIRST && isAutomatic(account, policy)) {
            for (Receivable open : account.receivables().open()) {
                if (!account.receivables().isDisputed(open.invoiceId())) {
                    spend(draft, open.invoiceId(), open.outstanding(), circumstances);
                }
            }
        }
    }

    /** Spends up to {@code limit} on one invoice. */
    public static void spend(
            Draft draft, InvoiceId invoiceId, Money limit, Circumstances circumstances) {
        AccountState account = draft.book().account();
        List<GrantPart> parts = account.wallet().spend(limit, circumstances.today());
        Money amount =
                parts.stream()
                        .map(GrantPart::amount)
                        .reduce(Money.zero(account.currency()), Money::plus);
        if (amount.isPositive()) {
            draft.add(
                    new CreditApplied(
                            account.id(), invoiceId, amount, parts, circumstances.today()));
            draft.add(
                    new CreditAllocated(
                            invoiceId,
                            account.id(),
                            amount,
                            parts.stream().map(part -> taken(part, account.wallet())).toList(),
                            circumstances.today()));
        }
    }

    /** An invoice remembers where credit came from, so that it can go back there (RF-3). */
    private static CreditGrant taken(GrantPart part, Wallet wallet) {
        CreditGrant grant = wallet.find(part.grantId()).orElseThrow();
        return new CreditGrant(
                grant.grantId(),
                part.amount(),
                grant.source(),
                grant.refundable(),
                grant.expiresOn());
    }

    private static boolean isAutomatic(AccountState account, CreditPolicy policy) {
        Boolean chosen = account.wallet().autoApply();
        return chosen == null ? policy.autoApplyCredit() : chosen;
    }
}
