package dev.mastro.shared.calendar;

import dev.mastro.shared.money.Proration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;

/**
 * A half-open span of local dates, {@code start} included and {@code end} not (billing.md C2).
 * Refuses an empty span.
 */
public record BillingPeriod(LocalDate start, LocalDate end) {

    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("empty period: " + start + " to " + end);
        }
    }

    /** Actual days of the span (billing.md C4). */
    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /**
     * Days from {@code date}, which belongs to the rest, to the end; within 0 and {@link #days()}.
     */
    public long daysLeft(LocalDate date) {
        return Math.clamp(ChronoUnit.DAYS.between(date, end), 0, days());
    }

    /** Whether {@code date} lies in the span. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && date.isBefore(end);
    }

    /**
     * The part of {@code amount}, billed for this whole span, that belongs to {@code date} and
     * after: the credit when the line is closed and the deferred revenue while it is not. Rounded
     * once, half up; what is earned is the complement, so that no minor unit is lost (billing.md
     * C6).
     */
    public Money remainingOf(Money amount, LocalDate date) {
        return Proration.share(amount, daysLeft(date), days());
    }
}
