package dev.mastro.command.dunning;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes paid services away for non-payment: by the dunning plan on its day, or now by support
 * (billing.md R000-02).
 */
public record EndForNonPayment(AccountId accountId, @Nullable LocalDate agreedOn)
        implements LedgerCommand {}
