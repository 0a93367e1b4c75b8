package dev.mastro.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SealIT {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final String FORGERY =
            """
            UPDATE ledger_event SET payload = '{}'
             WHERE global_index = (SELECT global_index FROM ledger_seal WHERE position = 3)
            """;

    private QuerySide querySide;

    @BeforeEach
    void record() {
        querySide = QuerySide.start();
        querySide.record(new Story(1).opened(DAY));
        querySide.record(new Story(2).opened(DAY));
        querySide.caughtUp();
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    @Test
    void an_untouched_log_is_intact_up_to_its_seal() {
        JsonNode seal = querySide.get("/audit/seal").body();
        JsonNode report = verify();

        assertThat(seal.at("/position").asLong()).isEqualTo(querySide.head()).isPositive();
        assertThat(seal.at("/chainHash").asString()).hasSize(64);
        assertThat(report.at("/intact").asBoolean()).isTrue();
        assertThat(report.at("/head/position")).isEqualTo(seal.at("/position"));
        assertThat(report.at("/head/chainHash")).isEqualTo(seal.at("/chainHash"));
        assertThat(report.at("/firstMismatch").isNull()).isTrue();
    }

    @Test
    void a_changed_event_is_named_by_its_position() {
        querySide.ownerJdbc().sql("ALTER TABLE ledger_event DISABLE TRIGGER USER").update();
        querySide.ownerJdbc().sql(FORGERY).update();

        JsonNode report = verify();
        assertThat(report.at("/intact").asBoolean()).isFalse();
        assertThat(report.at("/firstMismatch/position").asLong()).isEqualTo(3);
        assertThat(report.at("/firstMismatch/what").asString())
                .isEqualTo("the event is not the one that was sealed");
        assertThat(report.at("/head/position").asLong()).isEqualTo(2);
    }

    private JsonNode verify() {
        QuerySide.Answer answer = querySide.post("/audit/verify");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
