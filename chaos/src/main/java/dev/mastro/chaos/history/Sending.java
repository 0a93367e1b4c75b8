package dev.mastro.chaos.history;

import org.jspecify.annotations.Nullable;

/**
 * A request that was sent once, to one node.
 *
 * @param id carried by every event that it causes
 * @param status of the answer, 0 without one
 * @param replayed whether the node says that this is the answer of an earlier sending
 * @param retryAfter whether the node says when to come again
 * @param sentAt in milliseconds since the run began
 */
public record Sending(
        String id,
        Role role,
        Request request,
        String node,
        int status,
        @Nullable String answer,
        boolean replayed,
        boolean retryAfter,
        long sentAt,
        long tookMillis) {

    /** What the sender may conclude. */
    public Outcome outcome() {
        return Outcome.of(status);
    }

    /** Whether it took effect. */
    public boolean isOk() {
        return outcome() == Outcome.OK;
    }

    /** Whether nobody told. */
    public boolean isUnknown() {
        return outcome() == Outcome.UNKNOWN;
    }

    /** What identifies an effect: no two accounts share keys. */
    public String key() {
        return request.key();
    }

    /** In one line, for a report. */
    public String inWords() {
        return "%s %s of key %s at %s: %d".formatted(role, request.path(), key(), node, status);
    }
}
