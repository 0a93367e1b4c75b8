package dev.mastro.shared.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {

    @ParameterizedTest
    @CsvSource({
        "USD 159.90, 12, 30, USD 63.96",
        "USD 15.99, 15, 30, USD 8.00",
        "USD -15.99, 15, 30, USD -8.00",
        "JPY 21250, 14, 28, JPY 10625",
        "KWD 34.125, 17, 30, KWD 19.338",
        "USD 1.00, 0, 31, USD 0.00",
        "USD 1.00, 31, 31, USD 1.00"
    })
    void a_share_is_rounded_once_half_up_on_the_magnitude(
            Money amount, long part, long whole, Money share) {
        assertThat(Proration.share(amount, part, whole)).isEqualTo(share);
    }

    @Test
    void a_charge_never_rounds_a_day_price_first() {
        assertThat(Proration.charge(Money.parse("USD 15.99"), 12, 24, 31))
                .isEqualTo(Money.parse("USD 148.55"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 30", "1, 0", "1, -30"})
    void days_that_make_no_fraction_are_refused(long part, long whole) {
        Money amount = Money.parse("USD 1.00");

        assertThatThrownBy(() -> Proration.share(amount, part, whole))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
