package dev.mastro.command.document;

import dev.mastro.command.catalog.ArithmeticPolicy;
import dev.mastro.command.catalog.ArithmeticPolicy.DayCount;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.CountUnit;
import dev.mastro.shared.calendar.PeriodShare;
import java.math.RoundingMode;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Counts spans as the seller does (billing.md C4, DC-1). */
final class PeriodCount {

    private static final int DAYS_PER_MONTH = 30;

    private PeriodCount() {}

    /**
     * The share of {@code whole} that {@code period} is, if it begins at {@code opened} on its
     * first day; {@code null} where actual days, rounded half up, say it all. A whole period costs
     * its full price whatever the hour.
     */
    static @Nullable PeriodShare begun(
            BillingPeriod period,
            BillingPeriod whole,
            BillingCycle cycle,
            LocalTime opened,
            ArithmeticPolicy policy) {
        if (policy.isUsual()) {
            return null;
        }
        boolean bySecond = policy.dayCount() == DayCount.PER_SECOND;
        CountUnit unit = bySecond ? CountUnit.SECOND : CountUnit.DAY;
        long gone = bySecond ? opened.toSecondOfDay() : 0;
        long all =
                policy.dayCount() == DayCount.THIRTY_DAY_MONTH
                        ? cycle.months() * (long) DAYS_PER_MONTH
                        : whole.days() * unit.perDay();
        RoundingMode rounding = policy.rounding().mode();
        if (period.equals(whole)) {
            return new PeriodShare(unit, all - gone, all - gone, rounding);
        }
        long part = Math.min(period.days() * unit.perDay() - gone, all);
        return new PeriodShare(unit, part, all, rounding);
    }

    /**
     * The share that goes on from where {@code closing} stops. A period is counted to its end as it
     * was begun, whatever the seller's policy says of those that begin later.
     */
    static @Nullable PeriodShare rest(Closing closing) {
        PeriodShare begun = closing.line().share();
        if (begun == null) {
            return null;
        }
        long left =
                begun.left(closing.line().period(), closing.closed().closedOn(), closing.time());
        return new PeriodShare(begun.unit(), left, begun.whole(), begun.rounding());
    }
}
