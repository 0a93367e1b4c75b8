package dev.mastro.shared.account;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money the account may spend: its source, whether it may be paid out in cash, and the last day on
 * which it may be spent (billing.md C2, C10); {@code null} never expires.
 */
public record CreditGrant(
        GrantId grantId,
        Money amount,
        CreditSource source,
        boolean refundable,
        @Nullable LocalDate expiresOn) {}
