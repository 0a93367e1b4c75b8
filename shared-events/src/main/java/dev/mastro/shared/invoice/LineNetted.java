package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGrant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The later invoice {@code by} gave back {@code amount} of a line, tax included, against what it
 * charges instead (billing.md C9). {@code credit} is what account credit had settled of it; the
 * rest was settled by money.
 */
@Revision("1")
public record LineNetted(
        InvoiceId invoiceId,
        AccountId accountId,
        int lineNumber,
        InvoiceId by,
        Money amount,
        List<CreditGrant> credit,
        LocalDate effectiveOn)
        implements InvoiceEvent {

    /** What money had settled of it. */
    public Money money() {
        return credit.stream().map(CreditGrant::amount).reduce(amount, Money::minus);
    }
}
