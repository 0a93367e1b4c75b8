package dev.mastro.shared.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** billing.md C6: what remains drains to exactly zero, and nothing is lost on the way. */
class RemainingProperties {

    private static final LocalDate START = LocalDate.parse("2025-01-31");

    @Property
    void what_remains_falls_day_by_day_to_zero(
            @ForAll("currencies") CurrencyUnit currency,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long minor,
            @ForAll @IntRange(min = 1, max = 366) int days) {
        BillingPeriod period = new BillingPeriod(START, START.plusDays(days));
        Money amount = Money.ofMinor(currency, minor);
        Money earned = Money.zero(currency);
        Money before = period.remainingOf(amount, START);
        assertThat(before).isEqualTo(amount);
        for (int day = 1; day <= days; day++) {
            Money after = period.remainingOf(amount, START.plusDays(day));
            Money today = before.minus(after);

            assertThat(today.isNegative()).isFalse();
            earned = earned.plus(today);
            assertThat(earned.plus(after)).isEqualTo(amount);
            before = after;
        }
        assertThat(before.isZero()).isTrue();
        assertThat(earned).isEqualTo(amount);
    }

    @Property
    void it_is_within_half_a_minor_unit_of_the_exact_part(
            @ForAll("currencies") CurrencyUnit currency,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long minor,
            @ForAll @IntRange(min = 1, max = 366) int days,
            @ForAll @IntRange(min = 0, max = 366) int gone) {
        BillingPeriod period = new BillingPeriod(START, START.plusDays(days));
        Money amount = Money.ofMinor(currency, minor);

        Money left = period.remainingOf(amount, START.plusDays(gone));

        BigDecimal exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(days - gone));
        BigDecimal rounded =
                BigDecimal.valueOf(left.getAmountMinorLong()).multiply(BigDecimal.valueOf(days));
        BigDecimal off = rounded.subtract(exact.max(BigDecimal.ZERO)).abs();
        assertThat(off.multiply(BigDecimal.TWO)).isLessThanOrEqualTo(BigDecimal.valueOf(days));
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("USD", "EUR", "JPY", "KWD").map(CurrencyUnit::of);
    }
}
