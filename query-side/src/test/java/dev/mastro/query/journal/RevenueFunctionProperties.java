package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.RecordedFacts;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.CountUnit;
import dev.mastro.shared.calendar.PeriodShare;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The database and {@code ActiveLine.deferredOn} never differ by a minor unit. */
class RevenueFunctionProperties {

    private static final RecordedFacts LOG = new RecordedFacts();
    private static final LocalDate START = LocalDate.parse("2024-02-29");
    private static final InvoiceId INVOICE =
            new InvoiceId(DerivedIds.of(new UUID(0, 0), "invoice"));

    private static final String REMAINING =
            """
            SELECT revenue_remaining(
                       jsonb_populate_record(NULL::revenue_line, jsonb_build_object(
                           'net_minor', ?::bigint, 'period_start', ?::date, 'period_end', ?::date,
                           'units_per_day', ?::bigint, 'units', ?::bigint,
                           'half_even', ?::boolean)),
                       ?::date)
            """;

    @Property(tries = 2000)
    void both_say_the_same_of_any_line_at_any_date(
            @ForAll @LongRange(max = 9_000_000_000_000_000L) long net,
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll @IntRange(min = -3, max = 403) int day) {
        assertSame(line(net, days, null), day);
    }

    @Property(tries = 500)
    void small_amounts_with_their_many_ties_agree_too(
            @ForAll @LongRange(max = 500) long net,
            @ForAll @IntRange(min = 1, max = 62) int days,
            @ForAll @IntRange(max = 62) int day) {
        assertSame(line(net, days, null), day);
        assertSame(line(net, days, share(CountUnit.DAY, days, RoundingMode.HALF_EVEN)), day);
    }

    @Property(tries = 500)
    void lines_counted_otherwise_agree_too(
            @ForAll @LongRange(max = 100_000) long net,
            @ForAll @IntRange(min = 1, max = 62) int days,
            @ForAll @IntRange(min = -1, max = 63) int day,
            @ForAll @IntRange(min = 1, max = 86_400) int gone,
            @ForAll RoundingMode rounding) {
        boolean known = rounding == RoundingMode.HALF_UP || rounding == RoundingMode.HALF_EVEN;
        RoundingMode used = known ? rounding : RoundingMode.HALF_UP;
        long seconds = days * CountUnit.SECOND.perDay() - gone + 1;
        assertSame(line(net, days, share(CountUnit.DAY, 30, used)), day);
        assertSame(line(net, days, share(CountUnit.SECOND, seconds, used)), day);
    }

    private static PeriodShare share(CountUnit unit, long part, RoundingMode rounding) {
        return new PeriodShare(unit, part, part, rounding);
    }

    private static ActiveLine line(long net, int days, @Nullable PeriodShare share) {
        return new ActiveLine(
                INVOICE,
                1,
                new BillingPeriod(START, START.plusDays(days)),
                Money.ofMinor(CurrencyUnit.USD, net),
                Money.zero(CurrencyUnit.USD),
                TaxRate.ZERO,
                share);
    }

    private static void assertSame(ActiveLine line, int day) {
        LocalDate date = START.plusDays(day);
        PeriodShare share = line.share();
        long inDatabase =
                LOG.jdbc()
                        .sql(REMAINING)
                        .param(1, line.net().getAmountMinorLong())
                        .param(2, line.period().start().toString())
                        .param(3, line.period().end().toString())
                        .param(4, share == null ? 1 : share.unit().perDay())
                        .param(5, share == null ? null : share.part())
                        .param(6, share != null && share.rounding() == RoundingMode.HALF_EVEN)
                        .param(7, date.toString())
                        .query(Long.class)
                        .single();

        assertThat(inDatabase).isEqualTo(line.deferredOn(date).getAmountMinorLong());
    }
}
