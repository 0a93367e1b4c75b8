package dev.mastro.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.shared.codec.LedgerJson;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CatalogControllerTest {

    private static final Clock APRIL_28 =
            Clock.fixed(Instant.parse("2025-04-28T10:00:00Z"), ZoneOffset.UTC);
    private final MockMvcTester http =
            MockMvcTester.create(
                    MockMvcBuilders.standaloneSetup(
                                    new CatalogController(
                                            SellerFiles.load(Optional.empty()), APRIL_28))
                            .setMessageConverters(
                                    new JacksonJsonHttpMessageConverter(LedgerJson.mapper()))
                            .build());

    @Test
    void a_catalogue_shows_products_with_channel_minimum_and_prices() {
        assertThat(http.get().uri("/api/v1/catalogs/zoom"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"seller": "zoom", "on": "2025-04-28", "catalogVersion": "catalog-1",
                         "policy": {"version": "policy-1",
                                    "nonPayment": {"retryDays": [1, 3, 7], "endAfterDays": 14},
                                    "access": {"terms": {"version": "2015-01"}}}}
                        """);
    }

    @Test
    void a_product_shows_its_prices_per_cycle() {
        assertThat(http.get().uri("/api/v1/catalogs/zoom"))
                .bodyJson()
                .extractingPath("$.products[2]")
                .asMap()
                .containsEntry("code", "business")
                .containsEntry("minimumLicences", 10)
                .containsEntry("channel", "SELF_SERVICE")
                .containsEntry("alternative", "large-meeting")
                .containsEntry(
                        "prices",
                        Map.of(
                                "MONTHLY",
                                List.of(
                                        Map.of("amount", "21.99", "currency", "EUR"),
                                        Map.of("amount", "2925", "currency", "JPY"),
                                        Map.of("amount", "6.700", "currency", "KWD"),
                                        Map.of("amount", "21.99", "currency", "USD")),
                                "ANNUAL",
                                List.of(
                                        Map.of("amount", "219.90", "currency", "EUR"),
                                        Map.of("amount", "29250", "currency", "JPY"),
                                        Map.of("amount", "67.000", "currency", "KWD"),
                                        Map.of("amount", "219.90", "currency", "USD"))));
    }

    @Test
    void an_unknown_seller_is_a_problem_with_a_code() {
        assertThat(http.get().uri("/api/v1/catalogs/nobody"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .failure()
                .hasMessageContaining("There is no seller nobody.");
    }
}
