package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final int ACCOUNTS = 40;

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        for (int n = 1; n <= ACCOUNTS; n++) {
            Story story = new Story(n);
            querySide.record(story.opened(MARCH_1));
            querySide.record(story.ordered(MARCH_1, APRIL_1));
            querySide.record(story.paid(1, MARCH_1));
        }
        querySide.caughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void every_projection_says_where_it_is() {
        JsonNode projections = querySide.get("/projections").body().get("items");

        assertThat(names(projections)).contains("accounts", "credits", "invoices", "subscriptions");
        assertThat(projections)
                .allSatisfy(one -> {
                    assertThat(one.get("status").asString()).isEqualTo("RUNNING");
                    assertThat(one.get("lag").asLong()).isZero();
                });
    }

    @Test
    void an_unknown_projection_cannot_be_rebuilt() {
        QuerySide.Answer answer = querySide.post("/projections/wrong/rebuild");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo("PROJECTION_UNKNOWN");
    }

    @Test
    void readiness_knows_the_projections() {
        QuerySide.Answer answer = querySide.get("/actuator/health/readiness");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("UP");
    }

    @Test
    void the_lag_of_each_projection_is_measured() {
        assertThat(querySide.text("/actuator/prometheus"))
                .contains("mastro_projection_lag{projection=\"accounts\"} 0.0");
    }

    @Test
    void the_contract_is_served_as_openapi() {
        QuerySide.Answer answer = querySide.get("/openapi.json");

        assertThat(answer.body().get("openapi").asString()).startsWith("3.1");
        assertThat(answer.body().get("paths").has("/api/v1/accounts/{id}")).isTrue();
    }

    private static Stream<String> names(JsonNode projections) {
        return projections.valueStream().map(one -> one.get("name").asString());
    }
}
