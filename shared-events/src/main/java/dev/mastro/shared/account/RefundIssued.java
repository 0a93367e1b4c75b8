package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Refundable credit leaves the account in cash; the money is on its way (billing.md P18). {@code
 * reference} names the payment it gives back, {@code null} when credit is paid out as such.
 */
@Revision("2")
public record RefundIssued(
        AccountId accountId,
        RefundId refundId,
        Money amount,
        List<GrantPart> parts,
        @Nullable String reason,
        @Nullable String reference,
        LocalDate effectiveOn)
        implements AccountEvent {}
