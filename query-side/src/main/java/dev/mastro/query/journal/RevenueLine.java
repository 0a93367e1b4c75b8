package dev.mastro.query.journal;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice line that becomes revenue day by day (billing.md C6, P10). While it is open, what
 * remains of it at a date is deferred; once it is closed nothing is, because the closing document
 * took back the rest. The database computes the same for all lines at once.
 */
record RevenueLine(
        InvoiceId invoiceId,
        int lineNumber,
        AccountId accountId,
        String product,
        LedgerAccount revenueAccount,
        ActiveLine line,
        @Nullable Closing closing) {

    /** From {@code on} the service is not given any more; {@code remaining} was taken back. */
    record Closing(LocalDate on, Money remaining) {}

    static RevenueLine opened(AccountId accountId, SubscribedProduct product, ActiveLine line) {
        boolean once = product.cycle() == BillingCycle.ONE_MONTH;
        return new RevenueLine(
                line.invoiceId(),
                line.lineNumber(),
                accountId,
                product.product(),
                once ? LedgerAccount.ONE_MONTH_REVENUE : LedgerAccount.SUBSCRIPTION_REVENUE,
                line,
                null);
    }

    BillingPeriod period() {
        return line.period();
    }

    Money net() {
        return line.net();
    }

    /** How many of the units that the line is counted in make a day. */
    long unitsPerDay() {
        return line.share() == null ? 1 : line.share().unit().perDay();
    }

    /** How long the line is in those units. */
    long units() {
        return line.share() == null ? line.period().days() : line.share().part();
    }

    /** Whether half a minor unit goes to the even neighbour. */
    boolean halfEven() {
        return line.share() != null && line.share().rounding() == RoundingMode.HALF_EVEN;
    }

    /**
     * What was earned when {@code date} begins: its own day is not served yet, so the first day of
     * a line counts from the second on, and all of it when the next period starts.
     */
    Money earnedBefore(LocalDate date) {
        if (closing != null && !closing.on().isAfter(date)) {
            return net().minus(closing.remaining());
        }
        return net().minus(line.deferredOn(date));
    }

    RevenueLine closed(LocalDate on, Money remaining) {
        return new RevenueLine(
                invoiceId,
                lineNumber,
                accountId,
                product,
                revenueAccount,
                line,
                new Closing(on, remaining));
    }
}
