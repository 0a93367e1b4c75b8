package dev.mastro.shared.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class LedgerJsonTest {

    private final JsonMapper stored = LedgerJson.mapper();
    private final JsonMapper http = strict();

    /** A value with more methods than components. */
    record Priced(Money price) {

        public boolean isFree() {
            return price.isZero();
        }

        public Money getDouble() {
            return price.multipliedBy(2);
        }
    }

    @Test
    void only_what_a_record_names_is_written() {
        String json = stored.writeValueAsString(new Priced(Money.parse("USD 12.79")));

        assertThat(json).isEqualTo("{\"price\":{\"amount\":\"12.79\",\"currency\":\"USD\"}}");
        assertThat(http.writeValueAsString(new Priced(Money.parse("USD 12.79")))).isEqualTo(json);
        assertThat(stored.readValue(json, Priced.class))
                .isEqualTo(new Priced(Money.parse("USD 12.79")));
    }

    @Test
    void a_field_that_nobody_knows_is_passed_over_in_the_log_and_refused_over_http() {
        String json = "{\"price\":{\"amount\":\"12.79\",\"currency\":\"USD\"},\"colour\":1}";

        assertThat(stored.readValue(json, Priced.class).price())
                .isEqualTo(Money.parse("USD 12.79"));
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> http.readValue(json, Priced.class));
    }

    @Test
    void text_after_the_end_is_refused_over_http() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> http.readValue("{\"price\":null} x", Priced.class));
    }

    private static JsonMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder();
        LedgerJson.configureStrictly(builder);
        LedgerJson.configureStrictly(builder);
        return builder.build();
    }
}
