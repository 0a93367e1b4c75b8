package dev.mastro.shared.invoice;

import dev.mastro.shared.calendar.BillingPeriod;
import org.joda.money.Money;

/**
 * What a line's amount was computed from: {@code quantity} licences at {@code unitPrice} for the
 * days of {@code period} out of the {@code periodDays} of the whole natural period (billing.md C4,
 * C5). For a credit the basis is that of the line it credits, cut to the part given back.
 */
public record LineBasis(BillingPeriod period, int quantity, Money unitPrice, long periodDays) {}
