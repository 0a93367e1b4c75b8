package dev.mastro.query.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.paper.Printed.Place;
import dev.mastro.shared.account.BillingDetails;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaperTest {

    private static final int A4_WIDTH = 595;
    private static final int CORNER_HEIGHT = 120;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Gallery.paidAtOnce().current(1), "INV-10000001-0001"),
                Arguments.of(Gallery.italianChange("zoom").issued(2), "INV-10000001-0002"),
                Arguments.of(Gallery.partlyPaid().creditNote(1), "CN-10000001-0001"),
                Arguments.of(Gallery.surplus().receipt("TRN-77"), "TRN-77"),
                Arguments.of(Gallery.longReference(), Gallery.REFERENCE.substring(0, 30)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void account_and_document_number_stand_in_the_top_left_corner(byte[] pdf, String number) {
        List<String> corner =
                new Printed(pdf)
                        .places().stream()
                                .filter(place -> place.left() < A4_WIDTH / 4)
                                .filter(place -> place.top() < CORNER_HEIGHT)
                                .map(Place::text)
                                .toList();

        assertThat(corner).first().isEqualTo("Account 10000001");
        assertThat(corner).anyMatch(text -> text.startsWith(number));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_font_comes_along(byte[] pdf, String number) {
        assertThat(new Printed(pdf).embedsAllFonts()).as(number).isTrue();
    }

    @Test
    void the_same_facts_make_the_same_bytes() {
        assertThat(Gallery.partlyPaid().current(2)).isEqualTo(Gallery.partlyPaid().current(2));
    }

    @Test
    void an_invoice_shows_lines_netted_sums_and_who_is_billed_by_whom() {
        Printed invoice = new Printed(Gallery.italianChange("zoom").issued(2));

        assertThat(invoice.text())
                .contains("Fattura", "Zoom Demonstration Limited", "Partita IVA IE0000000ZO")
                .contains("Officine Meccaniche Rossi & Figli S.r.l.", "10122 Torino")
                .contains("Partita IVA IT12345678901")
                .contains("28 apr 2025 – 9 mag 2025", "12 giorni su 30")
                .contains("Storno Pro", "da INV-10000001-0001, riga 1", "-63,96", "76,75")
                .contains("Pro, da 10 a 12 licenze (+2)")
                .contains("IVA 22% su 75,99")
                .contains("Da pagare entro il 28 aprile 2025")
                .containsPattern("Totale\\s+92,71 EUR")
                .containsPattern("Resta da pagare\\s+92,71 EUR");
    }

    @Test
    void what_is_paid_at_once_is_on_the_issued_document() {
        Printed invoice = new Printed(Gallery.paidAtOnce().issued(1));

        assertThat(invoice.text())
                .containsPattern("Payment of 10 April 2025\\s+-159.90")
                .containsPattern("Left to pay\\s+0.00 USD")
                .contains("Paid")
                .doesNotContain("This copy shows");
        assertThat(invoice.pdf()).isEqualTo(Gallery.paidAtOnce().current(1));
    }

    @Test
    void a_partly_paid_invoice_shows_what_is_left_and_the_issued_one_stays_as_it_is() {
        Desk desk = Gallery.partlyPaid();

        assertThat(new Printed(desk.current(2)).text())
                .containsPattern("Pagamento del 10 maggio 2025\\s+-50,00")
                .contains("Bonifico, TRN-2025-0429")
                .containsPattern("Credito dell’account del 10 maggio 2025\\s+-20,00")
                .containsPattern("Resta da pagare\\s+22,71 EUR")
                .contains("come risultava il 10 maggio 2025");
        assertThat(desk.issued(2)).isEqualTo(Gallery.italianChange("zoom").issued(2));
    }

    @Test
    void an_invoice_says_that_the_recipient_accounts_for_the_tax() {
        assertThat(new Printed(Gallery.reverseCharged()).text())
                .contains("Inversione contabile", "articolo 196 della direttiva 2006/112/CE");
    }

    @Test
    void a_written_off_invoice_says_so_and_how_much() {
        assertThat(new Printed(Gallery.writtenOff().current(2)).text())
                .contains("Stralciata")
                .containsPattern("Stralciato nei nostri libri il 10 maggio 2025\\s+-42,71")
                .containsPattern("Resta da pagare\\s+0,00 EUR")
                .contains("42,71 EUR sono stati stralciati nei nostri libri");
    }

    @Test
    void a_void_invoice_asks_for_nothing() {
        assertThat(new Printed(Gallery.voided().current(2)).text())
                .contains("Annullata", "Questa fattura è annullata: non è dovuto nulla.")
                .containsPattern("Resta da pagare\\s+0,00 EUR");
    }

    @Test
    void a_credited_invoice_names_its_credit_note_and_what_is_left() {
        assertThat(new Printed(Gallery.partlyPaid().current(1)).text())
                .contains("Nota di credito CN-10000001-0001 del 28 aprile 2025", "-78,03")
                .containsPattern("Resta da pagare\\s+117,05 EUR");
    }

    @Test
    void a_credit_note_says_what_it_gives_back_of_which_line_at_the_old_tax_rate() {
        assertThat(new Printed(Gallery.partlyPaid().creditNote(1)).text())
                .contains("Nota di credito", "Pro, 10 licenze", "Riga 1 di INV-10000001-0001")
                .contains("IVA 22% su 63,96", "14,07")
                .containsPattern("Riduce il dovuto su INV-10000001-0001\\s+78,03");
    }

    @Test
    void a_receipt_says_what_was_settled_and_what_became_credit() {
        assertThat(new Printed(Gallery.surplus().receipt("TRN-77")).text())
                .contains("Ricevuta di pagamento", "Bonifico", "INV-10000001-0002")
                .containsPattern("diventa credito dell’account\\s+43,33")
                .containsPattern("Ricevuto\\s+136,04 EUR");
    }

    @Test
    void a_seller_who_calls_it_a_receipt_does_so_once_it_is_paid() {
        assertThat(new Printed(Gallery.longNames().current(1)).text())
                .contains("Receipt", "2,656,250 JPY")
                .containsPattern("Left to pay\\s+0 JPY");
        assertThat(new Printed(Gallery.italianChange("goto").issued(2)).text()).contains("Fattura");
    }

    @Test
    void hundreds_of_lines_run_over_numbered_pages_with_a_head_on_each() {
        Printed invoice = new Printed(Gallery.manyLines(300).current(1));
        int pages = invoice.pages();

        assertThat(pages).isGreaterThan(10);
        for (int page = 1; page <= pages; page++) {
            assertThat(invoice.page(page))
                    .contains("Account 10000001", "INV-10000001-0001")
                    .contains("Page " + page + " of " + pages)
                    .contains("Description");
        }
        assertThat(invoice.page(pages)).containsPattern("Left to pay\\s+15,000.00 USD");
    }

    @Test
    void a_name_may_have_any_character() {
        BillingDetails details =
                new BillingDetails(
                        "Tab\tBell\u0007 <b>&amp; \"quoted\" 株式会社",
                        "x@example.com",
                        "",
                        "",
                        "",
                        null);

        assertThat(new Printed(Gallery.paidAtOnce(details).current(1)).text())
                .contains("Bell? <b>&amp; \"quoted\"");
    }
}
