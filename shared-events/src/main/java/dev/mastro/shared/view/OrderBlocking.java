package dev.mastro.shared.view;

import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.WrittenOffDebt;
import java.time.LocalDate;
import java.util.List;

/**
 * A seller's rule of which debts stand in the way of orders: {@code usually}, and {@code
 * afterNonPayment} for an account that was downgraded for it (billing.md R000-01, R000-17).
 */
public record OrderBlocking(InvoicesBlock usually, InvoicesBlock afterNonPayment) {

    /** Nothing stands in the way: for a seller whose rules are not known. */
    public static final OrderBlocking NONE =
            new OrderBlocking(InvoicesBlock.OFF, InvoicesBlock.OFF);

    /** The open invoices that block on {@code today}, a date in the account's zone. */
    public List<Receivable> open(AccountState account, LocalDate today) {
        InvoicesBlock block = of(account);
        return account.receivables().open().stream()
                .filter(open ->
                        switch (block) {
                            case ANY_OPEN -> true;
                            case OVERDUE_ONLY -> open.overdueOn(today);
                            case OFF -> false;
                        })
                .toList();
    }

    /** The debts that were given up in the books and block all the same. */
    public List<WrittenOffDebt> writtenOff(AccountState account) {
        InvoicesBlock block = of(account);
        return account.receivables().writtenOff().stream()
                .filter(debt -> block != InvoicesBlock.OFF && debt.stillBlocks())
                .toList();
    }

    private InvoicesBlock of(AccountState account) {
        return account.standing() == AccountStanding.DOWNGRADED ? afterNonPayment : usually;
    }
}
