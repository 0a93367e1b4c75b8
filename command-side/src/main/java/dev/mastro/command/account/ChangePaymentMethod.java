package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Charges go to another payment method from now on (billing.md R000-13). */
public record ChangePaymentMethod(AccountId accountId, String token, @Nullable YearMonth expires)
        implements LedgerCommand {}
