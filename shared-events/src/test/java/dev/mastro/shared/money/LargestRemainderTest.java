package dev.mastro.shared.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void the_largest_remainder_gets_the_cent_and_ties_go_by_order() {
        assertThat(LargestRemainder.share(usd("0.10"), all("1.00", "1.00", "1.00")))
                .isEqualTo(all("0.04", "0.03", "0.03"));
        assertThat(LargestRemainder.share(usd("55.83"), all("68.33", "68.33", "57.50", "85.00")))
                .isEqualTo(all("13.67", "13.66", "11.50", "17.00"));
        assertThat(LargestRemainder.share(usd("1.00"), all("1.00", "5.00")))
                .isEqualTo(all("0.17", "0.83"));
    }

    @Test
    void nothing_is_shared_over_nothing() {
        assertThat(LargestRemainder.share(usd("0.00"), all("0.00", "0.00")))
                .isEqualTo(all("0.00", "0.00"));
        assertThat(LargestRemainder.share(usd("0.00"), List.of())).isEmpty();
    }

    @Test
    void something_is_not_shared_over_nothing() {
        assertThatThrownBy(() -> LargestRemainder.share(usd("0.01"), all("0.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_negative_is_shared() {
        assertThatThrownBy(() -> LargestRemainder.share(usd("-0.01"), all("1.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.share(usd("0.01"), all("-1.00", "2.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    private static List<Money> all(String... amounts) {
        return Stream.of(amounts).map(LargestRemainderTest::usd).toList();
    }
}
