package dev.mastro.command.document;

import dev.mastro.command.tax.TaxTreatment;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.TaxMention;
import dev.mastro.shared.money.LargestRemainder;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.SubscriptionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice before it has a number: its lines with their tax shares, and for each subscription the
 * line that pays for it from now on.
 */
public record InvoiceDraft(
        InvoiceId invoiceId,
        CurrencyUnit currency,
        List<InvoiceLine> lines,
        Map<SubscriptionId, ActiveLine> active,
        @Nullable TaxMention taxMention) {

    /**
     * Composes the lines. Tax is the rate on the sum of the charges, rounded once and shared by
     * largest remainder; a line given back takes its remaining share at its old rate (billing.md
     * C8).
     */
    public static InvoiceDraft compose(
            InvoiceId invoiceId, CurrencyUnit currency, List<Charge> charges, TaxTreatment tax) {
        List<Money> nets = charges.stream().map(Charge::net).toList();
        Money base = nets.stream().reduce(Money.zero(currency), Money::plus);
        List<Money> taxes = LargestRemainder.share(tax.on(base), nets);
        List<InvoiceLine> lines = new ArrayList<>();
        Map<SubscriptionId, ActiveLine> active = new LinkedHashMap<>();
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            if (charge.netted() != null && charge.netted().givesBack()) {
                lines.add(credit(lines.size() + 1, charge.netted()));
            }
            LineAmount amount = new LineAmount(nets.get(i), tax.rate(), taxes.get(i));
            InvoiceLine line = charge(lines.size() + 1, charge, amount);
            lines.add(line);
            active.put(charge.subscriptionId(), activeLine(invoiceId, line));
        }
        return new InvoiceDraft(
                invoiceId, currency, List.copyOf(lines), Map.copyOf(active), tax.mention());
    }

    /** The same invoice with its lines told in more detail. */
    InvoiceDraft with(List<InvoiceLine> detailed) {
        return new InvoiceDraft(invoiceId, currency, List.copyOf(detailed), active, taxMention);
    }

    /** The sum of the lines before tax. */
    public Money net() {
        return lines.stream()
                .map(line -> line.amount().net())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The tax of all lines. */
    public Money tax() {
        return lines.stream()
                .map(line -> line.amount().tax())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** What the invoice asks for. */
    public Money total() {
        return net().plus(tax());
    }

    /** The line that pays for a subscription billed by this invoice. */
    public ActiveLine activeLineOf(SubscriptionId subscription) {
        ActiveLine line = active.get(subscription);
        if (line == null) {
            throw new IllegalStateException("not billed here: " + subscription);
        }
        return line;
    }

    private static InvoiceLine charge(int number, Charge charge, LineAmount amount) {
        LineBasis basis =
                new LineBasis(
                        charge.period(),
                        charge.product().licences(),
                        charge.product().unitPrice(),
                        charge.periodDays(),
                        charge.share(),
                        charge.product().catalogVersion());
        return new InvoiceLine(
                number,
                charge.subscriptionId(),
                charge.product().product(),
                LineKind.CHARGE,
                basis,
                amount,
                null);
    }

    private static InvoiceLine credit(int number, Closing closing) {
        return new InvoiceLine(
                number,
                closing.subscriptionId(),
                closing.product().product(),
                LineKind.CREDIT,
                closing.basis(),
                closing.amount(),
                new LineReference(closing.closed().invoiceId(), closing.closed().lineNumber()));
    }

    private static ActiveLine activeLine(InvoiceId invoiceId, InvoiceLine line) {
        return new ActiveLine(
                invoiceId,
                line.number(),
                line.basis().period(),
                line.amount().net(),
                line.amount().tax(),
                line.amount().taxRate(),
                line.basis().share());
    }
}
