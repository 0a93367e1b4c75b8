package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final String PLACE_ORDER = "/paths/~1api~1v1~1accounts~1{id}~1orders/post";

    private static final String AMOUNT = "/components/schemas/PaymentRequest/properties/amount";

    @Test
    void the_contract_names_every_write_with_its_refusals() {
        try (CommandSide side = CommandSide.startedAt("2025-04-28T10:00:00Z")) {
            Reply contract = side.client().get("/api/v1/openapi.json");
            assertThat(contract.status()).isEqualTo(200);
            assertThat(contract.at("/openapi")).startsWith("3.1");
            for (JsonNode path : contract.json().at("/paths")) {
                path.forEachEntry(OpenApiTest::isDescribed);
            }
            JsonNode order = contract.json().at(PLACE_ORDER);
            assertThat(order.at("/summary").asString()).contains("order");
            assertThat(order.at("/description").asString()).contains("PV-1");
            assertThat(order.at("/responses/409/description").asString()).contains("QUOTE_STALE");
            assertThat(order.at("/responses/422/description").asString())
                    .contains("BELOW_PLAN_MINIMUM", "IDEMPOTENCY_KEY_REUSED");
            assertThat(contract.at(AMOUNT + "/properties/amount/type")).isEqualTo("string");
            assertThat(contract.json().at("/components/schemas/Call").isMissingNode()).isTrue();
            assertThat(side.client().get("/api/v1/swagger-ui/index.html").status()).isEqualTo(200);
        }
    }

    private static void isDescribed(String method, JsonNode operation) {
        if (!method.equals("get")) {
            assertThat(operation.path("summary").asString()).as(operation.toString()).isNotBlank();
        }
    }
}
