package dev.mastro.command.refund;

import dev.mastro.command.catalog.CancellationPolicy.RefundBasis;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.function.Function;
import org.joda.money.Money;

/** What of the line that pays for a subscription now is given back (billing.md C13). */
final class LastCharge {

    private LastCharge() {}

    /**
     * The line closed today. {@code FULL_LAST_CHARGE} is what the last invoice charged for the
     * subscription, net of what it gave back of an earlier line; {@code PRORATED_UNUSED} is what
     * remains of the line, and never more than that.
     */
    static ClosedLine of(SubscriptionState subscription, Book book, Circumstances circumstances) {
        ActiveLine line = subscription.line();
        InvoiceState invoice = book.invoice(line.invoiceId());
        Money net = line.net().plus(netted(invoice, subscription, one -> one.amount().net()));
        Money tax = line.tax().plus(netted(invoice, subscription, one -> one.amount().tax()));
        if (isProrated(circumstances)) {
            ClosedLine remaining = line.closedOn(circumstances.today());
            net = least(net, remaining.remainingNet());
            tax = least(tax, remaining.remainingTax());
        }
        return new ClosedLine(
                line.invoiceId(),
                line.lineNumber(),
                circumstances.today(),
                notNegative(net),
                notNegative(tax),
                line.taxRate());
    }

    /** From which day on the service is given back. */
    static LocalDate from(SubscriptionState subscription, Circumstances circumstances) {
        return isProrated(circumstances)
                ? circumstances.today()
                : subscription.line().period().start();
    }

    private static boolean isProrated(Circumstances circumstances) {
        return circumstances.policy().cancellation().refundBasis() == RefundBasis.PRORATED_UNUSED;
    }

    private static Money netted(
            InvoiceState invoice,
            SubscriptionState subscription,
            Function<InvoiceLine, Money> amount) {
        return invoice.issued().lines().stream()
                .filter(one -> one.kind() == LineKind.CREDIT)
                .filter(one -> one.subscriptionId().equals(subscription.id()))
                .map(amount)
                .reduce(Money.zero(invoice.issued().net().getCurrencyUnit()), Money::plus);
    }

    private static Money notNegative(Money amount) {
        return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }
}
