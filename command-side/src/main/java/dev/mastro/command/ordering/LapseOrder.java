package dev.mastro.command.ordering;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderId;
import java.time.LocalDate;

/** Forgets a held order whose payment did not arrive in time. */
public record LapseOrder(AccountId accountId, OrderId orderId, LocalDate agreedOn)
        implements LedgerCommand {}
