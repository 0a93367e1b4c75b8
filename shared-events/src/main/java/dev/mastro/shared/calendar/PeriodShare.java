package dev.mastro.shared.calendar;

import dev.mastro.shared.money.Proration;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.joda.money.Money;

/**
 * How much of a natural period a line bills, where the seller counts otherwise than in actual days
 * rounded half up (billing.md C4, DC-1): {@code part} of {@code whole} units.
 */
public record PeriodShare(CountUnit unit, long part, long whole, RoundingMode rounding) {

    public PeriodShare {
        if (part <= 0 || part > whole) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole);
        }
    }

    /** What {@code recurring}, the price of a whole period, comes to; rounded once. */
    public Money of(Money recurring) {
        return Proration.share(recurring, part, whole, rounding);
    }

    /** The units of {@code period}, billed as this share, that lie at this moment or after. */
    public long left(BillingPeriod period, LocalDate date, LocalTime time) {
        if (date.isBefore(period.start())) {
            return part;
        }
        if (unit == CountUnit.DAY && date.equals(period.start())) {
            return part;
        }
        long gone = unit == CountUnit.SECOND ? time.toSecondOfDay() : 0;
        return Math.clamp(period.daysLeft(date) * unit.perDay() - gone, 0, part);
    }

    /** The part of {@code amount}, billed for all of {@code period}, that is left then. */
    public Money remainingOf(Money amount, BillingPeriod period, LocalDate date, LocalTime time) {
        return Proration.share(amount, left(period, date, time), part, rounding);
    }
}
