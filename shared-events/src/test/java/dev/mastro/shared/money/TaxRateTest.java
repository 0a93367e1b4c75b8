package dev.mastro.shared.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.shared.codec.LedgerJson;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {

    @ParameterizedTest
    @CsvSource({
        "220000, USD 159.90, USD 35.18, 22",
        "88750, USD 100.00, USD 8.88, 8.875",
        "200000, USD 279.16, USD 55.83, 20",
        "0, USD 100.00, USD 0.00, 0",
        "1000000, JPY 7, JPY 7, 100"
    })
    void tax_is_rounded_once_half_up(int ppm, Money net, Money tax, String percent) {
        TaxRate rate = new TaxRate(ppm);

        assertThat(rate.on(net)).isEqualTo(tax);
        assertThat(rate.percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void a_rate_lies_between_nothing_and_everything(int ppm) {
        assertThatThrownBy(() -> new TaxRate(ppm)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_stored_as_a_number() {
        String stored = LedgerJson.mapper().writeValueAsString(new TaxRate(220_000));

        assertThat(stored).isEqualTo("220000");
        assertThat(LedgerJson.mapper().readValue(stored, TaxRate.class))
                .isEqualTo(new TaxRate(220_000));
    }
}
