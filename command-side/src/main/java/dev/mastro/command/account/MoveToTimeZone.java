package dev.mastro.command.account;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import java.time.ZoneId;

/** Takes local dates in another zone from the next period on (billing.md TZ-5). */
public record MoveToTimeZone(AccountId accountId, ZoneId zone) implements LedgerCommand {}
