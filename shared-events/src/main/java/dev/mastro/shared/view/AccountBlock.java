package dev.mastro.shared.view;

import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What stands in the way of the next purchase: a stable code, the reason in words, and the invoices
 * that would have to be paid (billing.md R000-01).
 */
public record AccountBlock(String code, String reason, List<OutstandingInvoice> invoices) {

    /** An open invoice and what is still owed on it. */
    public record OutstandingInvoice(String number, Money outstanding) {

        private static List<OutstandingInvoice> of(
                AccountState account, OrderBlocking blocking, LocalDate today) {
            Stream<OutstandingInvoice> open =
                    blocking.open(account, today).stream()
                            .map(one -> new OutstandingInvoice(one.number(), one.outstanding()));
            Stream<OutstandingInvoice> writtenOff =
                    blocking.writtenOff(account).stream()
                            .map(one -> new OutstandingInvoice(one.number(), one.outstanding()));
            return Stream.concat(open, writtenOff).toList();
        }
    }

    /** Everything that stands in the way by a seller's rule; empty when nothing does. */
    public static List<AccountBlock> of(
            AccountState account, OrderBlocking blocking, LocalDate today) {
        List<AccountBlock> blocks = new ArrayList<>();
        if (account.standing() == AccountStanding.CLOSED) {
            blocks.add(new AccountBlock("ACCOUNT_CLOSED", "The account is closed.", List.of()));
        }
        List<OutstandingInvoice> owed = OutstandingInvoice.of(account, blocking, today);
        if (!owed.isEmpty()) {
            blocks.add(outstanding(owed, account));
        }
        return List.copyOf(blocks);
    }

    private static AccountBlock outstanding(List<OutstandingInvoice> owed, AccountState account) {
        Money total =
                owed.stream()
                        .map(OutstandingInvoice::outstanding)
                        .reduce(Money.zero(account.currency()), Money::plus);
        String reason =
                "%s must be paid first: %s."
                        .formatted(
                                owed.size() == 1 ? "One invoice" : owed.size() + " invoices",
                                total);
        return new AccountBlock("OUTSTANDING_INVOICES", reason, owed);
    }
}
