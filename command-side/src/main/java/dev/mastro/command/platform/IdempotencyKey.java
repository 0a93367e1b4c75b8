package dev.mastro.command.platform;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;

/** What makes a command the same as an earlier one: its key, and a hash of what was asked. */
record IdempotencyKey(AccountId account, String key, String bodyHash) {

    static @Nullable IdempotencyKey of(LedgerCommand command, CommandMessage<?> message) {
        Object key = message.getMetaData().get("idempotencyKey");
        Object hash = message.getMetaData().get("bodyHash");
        return key == null || hash == null
                ? null
                : new IdempotencyKey(command.accountId(), key.toString(), hash.toString());
    }
}
