package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.document.Charge;
import dev.mastro.command.document.InvoiceDraft;
import dev.mastro.command.tax.TaxTreatment;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RD-5, RD-6 and, as far as there is no VAT number, TX-1. */
class TaxExamplesTest {

    private static final BillingPeriod MAY =
            new BillingPeriod(LocalDate.parse("2025-05-01"), LocalDate.parse("2025-06-01"));
    private static final TaxRate VAT_20 = new TaxRate(200_000);

    private final InvoiceDraft invoice =
            InvoiceDraft.compose(
                    new InvoiceId(DerivedIds.of(BookFixture.ACCOUNT.value(), "invoice")),
                    CurrencyUnit.USD,
                    List.of(
                            charge(1, "68.33"),
                            charge(2, "68.33"),
                            charge(3, "57.50"),
                            charge(4, "85.00")),
                    TaxTreatment.at(VAT_20));

    @Test
    void rd_5_tax_is_rounded_once_and_shared_to_the_lines() {
        assertThat(Step.text(invoice.net())).isEqualTo("279.16");
        assertThat(Step.text(invoice.tax())).isEqualTo("55.83").isNotEqualTo("55.84");
        assertThat(invoice.lines())
                .extracting(line -> Step.text(line.amount().tax()))
                .containsExactly("13.67", "13.66", "11.50", "17.00");
    }

    @ParameterizedTest(name = "RD-6, credit note {0}")
    @CsvSource({
        "1, 68.33, 13.67, 82.00",
        "2, 68.33, 13.66, 81.99",
        "3, 57.50, 11.50, 69.00",
        "4, 85.00, 17.00, 102.00"
    })
    void rd_6_a_credited_line_takes_its_own_tax(int line, String net, String tax, String gross) {
        ClosedLine closed = invoice.activeLineOf(subscription(line)).closedOn(MAY.start());

        assertThat(Step.text(closed.remainingNet())).isEqualTo(net);
        assertThat(Step.text(closed.remainingTax())).isEqualTo(tax);
        assertThat(Step.text(closed.remaining())).isEqualTo(gross);
    }

    @Test
    void rd_6_all_credit_notes_together_are_the_invoice() {
        Money all = Money.zero(CurrencyUnit.USD);
        for (int line = 1; line <= 4; line++) {
            ClosedLine closed = invoice.activeLineOf(subscription(line)).closedOn(MAY.start());
            all = all.plus(closed.remaining());
        }

        assertThat(Step.text(all)).isEqualTo("334.99");
        assertThat(all).isEqualTo(invoice.total());
    }

    @Test
    void tx_1_an_italian_company_without_a_vat_number_pays_vat() {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("goto"),
                        BookFixture.profile("goto", "IT", "USD", "Europe/Rome"));

        Step step = account.on("2025-05-01").start("business", MONTHLY, 5);

        assertThat(step.charge()).isEqualTo("95.00");
        assertThat(step.tax()).isEqualTo("20.90");
        assertThat(step.invoiced()).isEqualTo("115.90");
    }

    private static Charge charge(int line, String price) {
        SubscribedProduct product =
                new SubscribedProduct("pro", MONTHLY, 1, Money.parse("USD " + price));
        return new Charge(subscription(line), product, MAY, MAY.days(), null, null);
    }

    private static SubscriptionId subscription(int line) {
        return new SubscriptionId(
                DerivedIds.of(BookFixture.ACCOUNT.value(), "subscription-" + line));
    }
}
