package dev.mastro.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.codec.LedgerJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineItemTest {

    private static final JsonMapper STORED = LedgerJson.mapper();

    /** What answers are written with. */
    private static final JsonMapper ANSWERED = answered();

    private static JsonMapper answered() {
        JsonMapper.Builder builder = JsonMapper.builder();
        LedgerJson.configureStrictly(builder);
        return builder.build();
    }

    @Test
    void amounts_are_answered_as_any_money_is() {
        Map<String, Money> amounts = Map.of("total", Money.parse("EUR 195.08"));

        TimelineItem item = item(STORED.writeValueAsString(amounts));

        assertThat(answer(item).get("amounts")).isEqualTo(answer(amounts));
    }

    private static JsonNode answer(Object value) {
        return ANSWERED.readTree(ANSWERED.writeValueAsString(value));
    }

    private static TimelineItem item(String amounts) {
        return new TimelineItem(
                1,
                "InvoiceIssued",
                UUID.randomUUID(),
                0,
                Instant.EPOCH,
                LocalDate.EPOCH,
                "issued",
                amounts,
                new TimelineItem.Cause("test", null, null, null, null));
    }
}
