package dev.mastro.command.examples;

import dev.mastro.command.ledger.Book;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What one decision did: its facts, read as the figures that the examples give. */
public record Step(List<LedgerEvent> events, Book after) {

    /** What was given back of earlier lines, before tax, on an invoice or on credit notes. */
    public String credit() {
        return text(
                lines(LineKind.CREDIT, line -> line.amount().net().negated())
                        .plus(noted(CreditNoteLine::net)));
    }

    /** What was billed anew, before tax. */
    public String charge() {
        return text(lines(LineKind.CHARGE, line -> line.amount().net()));
    }

    /** What was billed anew for one product, before tax. */
    public String charge(String product) {
        return text(
                stream(InvoiceIssued.class)
                        .flatMap(invoice -> invoice.lines().stream())
                        .filter(line -> line.kind() == LineKind.CHARGE)
                        .filter(line -> line.product().equals(product))
                        .map(line -> line.amount().net())
                        .reduce(zero(), Money::plus));
    }

    /** What the invoice asked for after account credit was spent on it. */
    public String due() {
        return text(total().minus(applied()));
    }

    /** The total of the invoice, with tax. */
    public String invoiced() {
        return text(total());
    }

    public String tax() {
        return text(sum(InvoiceIssued.class, InvoiceIssued::tax));
    }

    public String creditNoteNet() {
        return text(noted(CreditNoteLine::net));
    }

    public String creditNoteTax() {
        return text(noted(CreditNoteLine::tax));
    }

    public String creditNoteGross() {
        return text(noted(CreditNoteLine::net).plus(noted(CreditNoteLine::tax)));
    }

    /** What credit notes cancelled of a debt. */
    public String cancelled() {
        return text(sum(CreditNoteIssued.class, CreditNoteIssued::cancelled));
    }

    /** What credit notes left to the account to spend. */
    public String granted() {
        return text(sum(CreditNoteIssued.class, CreditNoteIssued::granted));
    }

    public String creditUsed() {
        return text(applied());
    }

    public String paid() {
        return text(sum(PaymentReceived.class, PaymentReceived::amount));
    }

    public <E> List<E> all(Class<E> type) {
        return stream(type).toList();
    }

    public <E> E only(Class<E> type) {
        List<E> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(type.getSimpleName() + " is there " + all.size() + " times");
        }
        return all.getFirst();
    }

    public static String text(Money amount) {
        return amount.getAmount().toPlainString();
    }

    private Money total() {
        return sum(InvoiceIssued.class, invoice -> invoice.net().plus(invoice.tax()));
    }

    private Money applied() {
        return sum(CreditApplied.class, CreditApplied::amount);
    }

    private Money lines(LineKind kind, Function<InvoiceLine, Money> amount) {
        return stream(InvoiceIssued.class)
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line -> line.kind() == kind)
                .map(amount)
                .reduce(zero(), Money::plus);
    }

    private Money noted(Function<CreditNoteLine, Money> amount) {
        return stream(CreditNoteIssued.class)
                .flatMap(note -> note.lines().stream())
                .map(amount)
                .reduce(zero(), Money::plus);
    }

    private <E> Money sum(Class<E> type, Function<E, Money> amount) {
        return stream(type).map(amount).reduce(zero(), Money::plus);
    }

    private <E> Stream<E> stream(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private Money zero() {
        CurrencyUnit currency = after.account().currency();
        return Money.zero(currency);
    }
}
