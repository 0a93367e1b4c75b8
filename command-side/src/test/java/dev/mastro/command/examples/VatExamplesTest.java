package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.ordering.Quote;
import dev.mastro.command.tax.VatNumbers;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.TaxMention;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TX-1, rates that change, and addresses that change the tax. */
class VatExamplesTest {

    private static final String ITALIAN = "IT12345678901";

    private final BookFixture account = goToIn("IT", "EUR");

    @Test
    void tx_1_with_a_vat_number_the_tax_is_the_customers_to_pay() {
        tells(account, ITALIAN, null);

        Step step = account.on("2025-05-01").start("business", MONTHLY, 5);

        assertThat(step.charge()).isEqualTo("95.00");
        assertThat(step.tax()).isEqualTo("0.00");
        assertThat(step.invoiced()).isEqualTo("95.00");
        assertThat(step.only(InvoiceIssued.class).taxMention())
                .isEqualTo(TaxMention.REVERSE_CHARGE);
    }

    @Test
    void tx_1_without_one_it_is_asked_for_when_the_price_rises() {
        Quote dearer = account.on("2025-05-01").preview(Changes.start("business", MONTHLY, 5));
        account.on("2025-05-01").start("business", MONTHLY, 5);
        Quote cheaper = account.on("2025-05-02").preview(Changes.total(account.subscription(), 4));
        tells(account, ITALIAN, null);
        Quote known = account.on("2025-05-02").preview(Changes.total(account.subscription(), 6));

        assertThat(dearer.notes()).containsExactly("VAT_NUMBER_WANTED");
        assertThat(cheaper.notes()).isEmpty();
        assertThat(known.notes()).containsExactly("REVERSE_CHARGE");
    }

    @Test
    void tx_1_a_seller_that_never_asks_does_not() {
        BookFixture zoom =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.profile("zoom", "IT", "EUR", "Europe/Rome"));

        assertThat(zoom.on("2025-05-01").preview(Changes.start("pro", MONTHLY, 5)).notes())
                .isEmpty();
    }

    /** The credit of 16 of 30 days at 22 %, the charge of a new period at none. */
    @Test
    void tx_1_a_number_given_later_changes_later_invoices_only() {
        InvoiceIssued first =
                account.on("2025-04-01").start("business", MONTHLY, 5).only(InvoiceIssued.class);
        tells(account, ITALIAN, null);

        InvoiceIssued second = account.on("2025-04-15").total(6).only(InvoiceIssued.class);

        assertThat(first.taxMention()).isNull();
        assertThat(Step.text(first.tax())).isEqualTo("20.90");
        assertThat(second.lines())
                .extracting(
                        line -> line.kind() + " " + line.amount().taxRate().percent(),
                        line -> Step.text(line.amount().net()),
                        line -> Step.text(line.amount().tax()))
                .containsExactly(
                        tuple(LineKind.CREDIT + " 22", "-50.67", "-11.15"),
                        tuple(LineKind.CHARGE + " 0", "114.00", "0.00"));
    }

    @Test
    void tx_1_a_credit_note_keeps_the_rate_of_its_invoice() {
        account.on("2025-04-01").start("business", MONTHLY, 5);
        tells(account, ITALIAN, null);

        Step step = account.on("2025-04-15").total(4);

        CreditNoteIssued note = step.only(CreditNoteIssued.class);
        assertThat(Step.text(note.lines().getFirst().net())).isEqualTo("50.67");
        assertThat(Step.text(note.lines().getFirst().tax())).isEqualTo("11.15");
        assertThat(step.tax()).isEqualTo("0.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "IE, IE1234567T, 0.00, ''",
        "US, 12-3456789, 0.00, ''",
        "DE, DE123456789, 0.00, REVERSE_CHARGE",
        "ES, ESX1234567X, 0.00, REVERSE_CHARGE"
    })
    void reverse_charge_is_for_the_other_states_of_the_union(
            String country, String number, String tax, String mention) {
        BookFixture abroad = goToIn(country, "EUR");
        tells(abroad, number, null);

        Step step = abroad.on("2025-05-01").start("business", MONTHLY, 5);

        assertThat(step.tax()).isEqualTo(tax);
        var said = step.only(InvoiceIssued.class).taxMention();
        assertThat(said == null ? "" : said.name()).isEqualTo(mention);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "IT, it 123.456-789 01, IT12345678901",
        "GR, el123456789, EL123456789",
        "FR, FR 1A 123456789, FR1A123456789",
        "US, anything 1, ANYTHING1"
    })
    void a_number_is_kept_as_documents_write_it(String country, String told, String kept) {
        assertThat(VatNumbers.checked(details(told, null), country).vatNumber()).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "IT, IT1234567890",
        "IT, 12345678901",
        "IT, DE123456789",
        "GR, GR123456789",
        "DE, DE12345678A"
    })
    void a_number_that_cannot_be_one_of_the_country_is_refused(String country, String told) {
        assertThatThrownBy(() -> VatNumbers.checked(details(told, null), country))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation ->
                                assertThat(violation.refusal().rejection())
                                        .isEqualTo(Rejection.VAT_NUMBER_INVALID));
    }

    /** Italy's 22 % on the purchase, Germany's 19 % on the renewal (billing.md R000-13). */
    @Test
    void another_address_changes_the_tax_from_the_next_document_on() {
        Step bought = account.on("2025-05-01").start("business", MONTHLY, 5);
        tells(account, null, "DE");

        Step renewed = account.on("2025-06-01").periodEnd();

        assertThat(bought.tax()).isEqualTo("20.90");
        assertThat(renewed.tax()).isEqualTo("18.05");
    }

    /** Germany's 16 % of the second half of 2020: 192.00 a year, credited after 31 of 365 days. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2020-06-30, MONTHLY, 3.61, 3.04",
        "2020-07-01, MONTHLY, 3.04, 3.04",
        "2020-06-30, ANNUAL, 36.48, 30.72"
    })
    void a_rate_holds_from_its_day_on(
            String day, BillingCycle cycle, String tax, String renewalTax) {
        BookFixture german =
                new BookFixture(
                        EditedSeller.of(
                                "goto",
                                "  - {country: DE, from: 2015-01-01, percent: 19}",
                                """
                                  - {country: DE, from: 2015-01-01, percent: 19}
                                  - {country: DE, from: 2020-07-01, percent: 16}
                                """),
                        BookFixture.profile("goto", "DE", "EUR", "Europe/Berlin"));

        Step bought = german.on(day).start("business", cycle, 1);
        LocalDate end = german.subscription().line().period().end();

        assertThat(bought.tax()).isEqualTo(tax);
        assertThat(german.on(end).periodEnd().tax()).isEqualTo(renewalTax);
        assertThat(cycle == ANNUAL).isEqualTo(end.getYear() == 2021);
    }

    private static BookFixture goToIn(String country, String currency) {
        return new BookFixture(
                BookFixture.seller("goto"),
                BookFixture.profile("goto", country, currency, "Europe/Rome"));
    }

    private static void tells(
            BookFixture account, @Nullable String vatNumber, @Nullable String country) {
        account.take(
                new BillingDetailsChanged(
                        BookFixture.ACCOUNT,
                        VatNumbers.checked(
                                details(vatNumber, country),
                                account.book().account().profile().country()),
                        LocalDate.parse("2025-04-14")));
    }

    private static BillingDetails details(@Nullable String vatNumber, @Nullable String country) {
        return new BillingDetails(
                "Example S.r.l.", "a@b.example", null, null, null, vatNumber, country);
    }
}
