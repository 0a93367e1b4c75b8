package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * An order waits for {@code due} to be paid; nothing of it is in effect (billing.md R003-15). It
 * lapses after {@code expiresOn}.
 */
@Revision("1")
public record OrderHeld(
        AccountId accountId,
        OrderId orderId,
        List<OrderChange> changes,
        Money due,
        LocalDate expiresOn,
        LocalDate effectiveOn)
        implements AccountEvent {}
