package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.RecordedFacts;
import dev.mastro.shared.calendar.BillingPeriod;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The database and {@code BillingPeriod.remainingOf} never differ by a minor unit. */
class RevenueFunctionProperties {

    private static final RecordedFacts LOG = new RecordedFacts();
    private static final LocalDate START = LocalDate.parse("2024-02-29");

    private static final String REMAINING =
            """
            SELECT revenue_remaining(?::bigint, ?::date, ?::date, ?::date)
            """;

    @Property(tries = 2000)
    void both_say_the_same_of_any_line_at_any_date(
            @ForAll @LongRange(max = 9_000_000_000_000_000L) long net,
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = -3, max = 403) int day) {
        assertThat(inDatabase(net, days, day)).isEqualTo(inJava(net, days, day));
    }

    @Property(tries = 500)
    void small_amounts_with_their_many_ties_agree_too(
            @ForAll @LongRange(max = 500) long net,
            @ForAll @IntRange(min = 1, max = 62) int days,
            @ForAll @IntRange(max = 62) int day) {
        assertThat(inDatabase(net, days, day)).isEqualTo(inJava(net, days, day));
    }

    private static long inJava(long net, int days, int day) {
        return new BillingPeriod(START, START.plusDays(days))
                .remainingOf(Money.ofMinor(CurrencyUnit.USD, net), START.plusDays(day))
                .getAmountMinorLong();
    }

    private static long inDatabase(long net, int days, int day) {
        return LOG.jdbc()
                .sql(REMAINING)
                .param(1, net)
                .param(2, START.toString())
                .param(3, START.plusDays(days).toString())
                .param(4, START.plusDays(day).toString())
                .query(Long.class)
                .single();
    }
}
