package dev.mastro.shared.account;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A held order was not paid in time, or another order took its place; nothing of it took effect.
 */
@Revision("1")
public record OrderLapsed(AccountId accountId, OrderId orderId, LocalDate effectiveOn)
        implements AccountEvent {}
