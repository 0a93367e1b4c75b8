package dev.mastro.shared.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.calendar.CountUnit;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.TaxMention;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Parts that few events carry, in the form in which they are stored. */
class StoredPartsTest {

    private final JsonMapper json = LedgerJson.mapper();

    @Test
    void a_line_that_is_not_counted_in_actual_days_says_how() throws IOException {
        String stored =
                golden("SubscriptionRenewed.1.json")
                        .replaceFirst(
                                "(\"taxRate\": \\d+)",
                                "$1, \"share\": {\"unit\": \"SECOND\", \"part\": 5, \"whole\": 9, "
                                        + "\"rounding\": \"HALF_EVEN\"}");

        SubscriptionRenewed event = json.readValue(stored, SubscriptionRenewed.class);

        assertThat(event.opened().share())
                .isEqualTo(new PeriodShare(CountUnit.SECOND, 5, 9, RoundingMode.HALF_EVEN));
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(stored));
    }

    @Test
    void a_document_keeps_what_it_mentions_of_its_tax() throws IOException {
        String stored =
                golden("InvoiceIssued.1.json")
                        .replaceFirst("\\{", "{\"taxMention\": \"REVERSE_CHARGE\",");

        InvoiceIssued event = json.readValue(stored, InvoiceIssued.class);

        assertThat(event.taxMention()).isEqualTo(TaxMention.REVERSE_CHARGE);
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(stored));
    }

    @Test
    void a_line_keeps_the_credit_that_it_carries() throws IOException {
        String grant =
                "{\"grantId\": \"55555555-5555-4555-8555-555555555555\", \"amount\": "
                        + "{\"amount\": \"20.00\", \"currency\": \"EUR\"}, \"source\": "
                        + "\"GOODWILL\", \"refundable\": false, \"expiresOn\": null}";
        String stored =
                golden("InvoiceIssued.1.json")
                        .replaceFirst("\"credits\"", "\"carries\": [" + grant + "], \"credits\"");

        InvoiceIssued event = json.readValue(stored, InvoiceIssued.class);

        assertThat(event.lines().getFirst().carried().getFirst().source())
                .isEqualTo(CreditSource.GOODWILL);
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(stored));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/events", name));
    }
}
