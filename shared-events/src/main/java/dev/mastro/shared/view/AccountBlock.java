package dev.mastro.shared.view;

import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Receivable;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What stands in the way of the next purchase: a stable code, the reason in words, and the invoices
 * that would have to be paid (billing.md R000-01).
 */
public record AccountBlock(String code, String reason, List<OutstandingInvoice> invoices) {

    /** An open invoice and what is still owed on it. */
    public record OutstandingInvoice(String number, Money outstanding) {

        private static OutstandingInvoice of(Receivable receivable) {
            return new OutstandingInvoice(receivable.number(), receivable.outstanding());
        }
    }

    /** Everything that stands in the way; empty when nothing does. */
    public static List<AccountBlock> of(AccountState account) {
        List<AccountBlock> blocks = new ArrayList<>();
        if (account.standing() == AccountStanding.CLOSED) {
            blocks.add(new AccountBlock("ACCOUNT_CLOSED", "The account is closed.", List.of()));
        }
        if (!account.receivables().isEmpty()) {
            blocks.add(outstanding(account));
        }
        return List.copyOf(blocks);
    }

    private static AccountBlock outstanding(AccountState account) {
        List<Receivable> open = account.receivables().open();
        String reason =
                "%s must be paid first: %s."
                        .formatted(
                                open.size() == 1 ? "One invoice" : open.size() + " invoices",
                                account.receivables().total(account.currency()));
        return new AccountBlock(
                "OUTSTANDING_INVOICES", reason, open.stream().map(OutstandingInvoice::of).toList());
    }
}
