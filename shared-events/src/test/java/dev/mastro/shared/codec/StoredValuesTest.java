package dev.mastro.shared.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is stored is read as the modules read it that have written it. */
class StoredValuesTest {

    private static final JsonMapper STORED = LedgerJson.mapper();
    private static final JsonMapper AS_WRITTEN = LedgerJson.builder().build();

    @Property
    void money_is_read_as_it_was_written(@ForAll("amounts") Money money) {
        assertReadAsWritten(money, Money.class);
    }

    @Property
    void a_date_is_read_as_it_was_written(@ForAll("dates") LocalDate date) {
        assertReadAsWritten(date, LocalDate.class);
    }

    private static <T> void assertReadAsWritten(T value, Class<T> type) {
        String json = AS_WRITTEN.writeValueAsString(value);

        assertThat(STORED.readValue(json, type))
                .isEqualTo(value)
                .isEqualTo(AS_WRITTEN.readValue(json, type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"1.001\",\"currency\":\"USD\"}",
                "{\"amount\":\"0.1\",\"currency\":\"JPY\"}",
                "{\"amount\":\"x\",\"currency\":\"USD\"}",
                "{\"amount\":\"1\",\"currency\":\"usd\"}",
                "{\"amount\":\"1\"}",
                "{\"currency\":\"USD\"}",
                "{}",
                "[1]",
                "\"1.00\"",
                "12"
            })
    void what_is_no_money_is_refused(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> STORED.readValue(json, Money.class));
    }

    @Test
    void what_else_is_in_money_is_passed_over() {
        String json = "{\"of\":{\"a\":[1]},\"currency\":\"USD\",\"amount\":12.5,\"rate\":2}";

        assertThat(STORED.readValue(json, Money.class)).isEqualTo(Money.parse("USD 12.50"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"2025-02-30\"", "\"2025-13-01\"", "\"2025-1-1x\"", "\"2025-0a-01\"", "{}"})
    void what_is_no_date_is_refused(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> STORED.readValue(json, LocalDate.class));
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.of("USD", "EUR", "JPY", "KWD").map(CurrencyUnit::of))
                .as((minor, currency) -> Money.ofMinor(currency, minor));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }
}
