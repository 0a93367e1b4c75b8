package dev.mastro.query.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.explanation.Explanation.Kind;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SEAT-1 with Italian tax: ten licences become twelve, with 12 of 30 days left. */
class LineExplanationsTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
    private static final InvoiceId FIRST = new InvoiceId(new UUID(3, 1));
    private static final InvoiceId SECOND = new InvoiceId(new UUID(3, 2));
    private static final TaxRate ITALY = new TaxRate(220_000);
    private static final PricedBy PRICED = new PricedBy("policy-1", "catalog-1");
    private static final BillingPeriod MONTH = period("2025-04-10", "2025-05-10");
    private static final BillingPeriod REST = period("2025-04-28", "2025-05-10");

    private final InvoiceLine ten = line(1, LineKind.CHARGE, MONTH, 10, "159.90", "35.18", null);
    private final InvoiceLine back =
            line(1, LineKind.CREDIT, REST, 10, "-63.96", "-14.07", new LineReference(FIRST, 1));
    private final InvoiceLine twelve = line(2, LineKind.CHARGE, REST, 12, "76.75", "16.89", null);
    private final InvoiceIssued first = invoice(FIRST, "INV-1", "2025-04-10", ten);
    private final InvoiceIssued second = invoice(SECOND, "INV-2", "2025-04-28", back, twelve);

    @Test
    void a_whole_period_is_the_price_times_the_licences() {
        Explanation told = LineExplanations.charge(first, ten);

        assertThat(told.kind()).isEqualTo(Kind.CHARGE);
        assertThat(told.net().calculation()).isEqualTo("10 x 15.99 x 30 / 30 = 159.9");
        assertThat(told.net().rules()).containsExactly("C5");
        assertThat(told.pricedBy()).isEqualTo(PRICED);
        assertThat(told.credits()).isNull();
    }

    @Test
    void a_part_of_a_period_shows_its_days_and_is_rounded_once() {
        Explanation told = LineExplanations.charge(second, twelve);

        assertThat(told.kind()).isEqualTo(Kind.PRORATED_CHARGE);
        assertThat(told.net().calculation()).isEqualTo("12 x 15.99 x 12 / 30 = 76.752");
        assertThat(told.net().amount()).isEqualTo(eur("76.75"));
        assertThat(told.net().rules()).containsExactly("C4", "C5");
        assertThat(told.text()).contains("12 of 30 days", "EUR 76.75");
    }

    @Test
    void the_tax_of_a_line_is_its_share_of_the_tax_of_the_document() {
        Explanation told = LineExplanations.charge(second, twelve);

        assertThat(told.tax().calculation())
                .isEqualTo("76.75 x 22 % = 16.89, of which 76.75 / 76.75");
        assertThat(told.tax().amount()).isEqualTo(eur("16.89"));
        assertThat(told.tax().rules()).containsExactly("C8");
    }

    @Test
    void a_credit_is_what_remains_of_the_line_it_names() {
        Explanation told = LineExplanations.credit(second, back, first);

        assertThat(told.kind()).isEqualTo(Kind.CREDIT);
        assertThat(told.net().calculation()).isEqualTo("159.90 x 12 / 30 = 63.96");
        assertThat(told.tax().calculation()).isEqualTo("35.18 x 12 / 30 = 14.072");
        assertThat(told.tax().inputs()).containsEntry("taxRate", "22");
        assertThat(told.credits())
                .isEqualTo(
                        new Explanation.Credited(
                                "INV-1",
                                1,
                                eur("159.90"),
                                eur("35.18"),
                                "/api/v1/invoices/INV-1/lines/1/explanation"));
    }

    @Test
    void a_line_of_a_credit_note_is_told_with_its_reason() {
        CreditNoteIssued note =
                new CreditNoteIssued(
                        FIRST,
                        ACCOUNT,
                        new CreditNoteId(new UUID(5, 1)),
                        "CN-1",
                        List.of(
                                new CreditNoteLine(
                                        1,
                                        ten.subscriptionId(),
                                        LocalDate.parse("2025-04-28"),
                                        eur("63.96"),
                                        eur("14.07"))),
                        eur("78.03"),
                        List.of(),
                        CreditNoteReason.NON_PAYMENT,
                        LocalDate.parse("2025-04-28"));

        Explanation told = LineExplanations.creditNote(first, note, 1);

        assertThat(told.document()).isEqualTo("CN-1");
        assertThat(told.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(told.text()).contains("line 1 of INV-1 from 2025-04-28 on");
        assertThat(told.net().calculation()).isEqualTo("159.90 x 12 / 30 = 63.96");
    }

    @Test
    void what_follows_from_no_days_is_not_told_as_if_it_did() {
        InvoiceLine odd =
                line(1, LineKind.CREDIT, REST, 10, "-100.00", "0.00", new LineReference(FIRST, 1));

        Explanation told =
                LineExplanations.credit(invoice(SECOND, "INV-2", "2025-04-28", odd), odd, first);

        assertThat(told.net().formula()).isEqualTo("as decided");
        assertThat(told.net().amount()).isEqualTo(eur("-100.00"));
    }

    private static InvoiceIssued invoice(
            InvoiceId id, String number, String on, InvoiceLine... lines) {
        Money net = List.of(lines).stream().map(l -> l.amount().net()).reduce(Money::plus).get();
        Money tax = List.of(lines).stream().map(l -> l.amount().tax()).reduce(Money::plus).get();
        LocalDate date = LocalDate.parse(on);
        return new InvoiceIssued(id, ACCOUNT, number, List.of(lines), net, tax, date, PRICED, date);
    }

    private static InvoiceLine line(
            int number,
            LineKind kind,
            BillingPeriod period,
            int licences,
            String net,
            String tax,
            @Nullable LineReference credits) {
        return new InvoiceLine(
                number,
                new SubscriptionId(new UUID(2, 1)),
                "pro",
                kind,
                new LineBasis(period, licences, eur("15.99"), 30),
                new LineAmount(eur(net), ITALY, eur(tax)),
                credits);
    }

    private static BillingPeriod period(String start, String end) {
        return new BillingPeriod(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }
}
