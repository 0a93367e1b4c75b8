package dev.mastro.shared.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The provider took a payment back (billing.md CB-1): what it had settled is owed again, and what
 * is left of the credit it had become is {@code withdrawn}. The provider may take a fee.
 */
@Revision("1")
public record DisputeOpened(
        AccountId accountId,
        String reference,
        Money amount,
        List<Receivable> reopened,
        List<GrantPart> withdrawn,
        @Nullable Money fee,
        LocalDate effectiveOn)
        implements AccountEvent {}
