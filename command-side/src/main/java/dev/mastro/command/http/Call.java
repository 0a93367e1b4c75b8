package dev.mastro.command.http;

import dev.mastro.command.ledger.Actor;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a request but its body: who asks, for whom and why, under which key, and how
 * long the answer may wait for the read models. {@code fresh} is an id of its own for what follows
 * from nothing else.
 */
public record Call(
        Actor actor,
        @Nullable String onBehalfOf,
        @Nullable String reason,
        @Nullable String requestId,
        @Nullable String key,
        String bodyHash,
        UUID fresh,
        @Nullable Duration patience) {

    private static final UUID KEYS = UUID.fromString("6d617374-726f-5000-8000-000000000001");

    /** The same call by somebody else. */
    public Call by(Actor other) {
        return new Call(other, onBehalfOf, reason, requestId, key, bodyHash, fresh, patience);
    }

    /** The same call under a key that came with its body. */
    public Call under(String newKey) {
        return new Call(actor, onBehalfOf, reason, requestId, newKey, bodyHash, fresh, patience);
    }

    /** The same call, for a reason that its events carry beside who asked. */
    public Call because(@Nullable String why) {
        String given = why == null || why.isBlank() ? null : why;
        return new Call(actor, onBehalfOf, given, requestId, key, bodyHash, fresh, patience);
    }

    /** The same call, of whose body nothing may be kept; a repeated key is answered unseen. */
    public Call withoutBodyHash() {
        return new Call(actor, onBehalfOf, reason, requestId, key, "", fresh, patience);
    }

    /** The id of an account that this call opens: a repeat of the key names the same one. */
    public AccountId newAccount() {
        return new AccountId(key == null ? fresh : DerivedIds.of(KEYS, key));
    }

    /** The id of the command that this call gives on an account. */
    public UUID commandId(AccountId account) {
        return key == null ? fresh : DerivedIds.of(account.value(), "command-" + key);
    }

    /** The id of what this call creates on an account. */
    public UUID newId(AccountId account, String what) {
        return DerivedIds.of(commandId(account), what);
    }

    /** What the command and its events carry. */
    public MetaData metaData(AccountId account) {
        MetaData metaData =
                MetaData.with("actor", actor.toString())
                        .and("channel", "http")
                        .and("commandId", commandId(account).toString());
        metaData = onBehalfOf == null ? metaData : metaData.and("onBehalfOf", onBehalfOf);
        metaData = reason == null ? metaData : metaData.and("reason", reason);
        metaData = requestId == null ? metaData : metaData.and("requestId", requestId);
        return key == null
                ? metaData
                : metaData.and("idempotencyKey", key).and("bodyHash", bodyHash);
    }
}
