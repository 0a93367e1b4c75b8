package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider paid the refund out (billing.md P19). */
@Revision("1")
public record RefundSettled(
        AccountId accountId, RefundId refundId, Money amount, LocalDate effectiveOn)
        implements AccountEvent {}
