package dev.mastro.command.renewal;

import dev.mastro.command.payment.PaidCommand;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;

/**
 * Ends every period of the account whose boundary is {@code boundary}: one invoice renews what
 * renews (billing.md R001-38), the rest ends. A repeat finds nothing to do.
 */
public record EndPeriod(AccountId accountId, LocalDate boundary, Payment payment)
        implements PaidCommand {

    @Override
    public LocalDate agreedOn() {
        return boundary;
    }

    @Override
    public String chargeKey() {
        return "renewal:" + accountId + ":" + boundary;
    }

    @Override
    public EndPeriod withPayment(Payment made) {
        return new EndPeriod(accountId, boundary, made);
    }
}
