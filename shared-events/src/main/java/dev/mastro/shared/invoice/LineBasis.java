package dev.mastro.shared.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.calendar.PeriodShare;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line's amount was computed from: {@code quantity} licences at {@code unitPrice} for the
 * days of {@code period} out of the {@code periodDays} of the whole natural period (billing.md C4,
 * C5), or for {@code share} of it where the seller counts otherwise. For a credit the basis is that
 * of the line it credits, cut to the part given back. {@code catalogVersion} is where the unit
 * price is from, which may be older than the document.
 */
public record LineBasis(
        BillingPeriod period,
        int quantity,
        Money unitPrice,
        long periodDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PeriodShare share,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String catalogVersion) {

    /** A basis counted in actual days. */
    public LineBasis(BillingPeriod period, int quantity, Money unitPrice, long periodDays) {
        this(period, quantity, unitPrice, periodDays, null, null);
    }
}
