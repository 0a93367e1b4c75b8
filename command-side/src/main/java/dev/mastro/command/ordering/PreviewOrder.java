package dev.mastro.command.ordering;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderChange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what an order of these changes would do, and does nothing (billing.md R000-15). */
public record PreviewOrder(
        AccountId accountId,
        List<OrderChange> changes,
        @Nullable String acceptTerms,
        @Nullable LocalDate agreedOn)
        implements LedgerCommand {}
