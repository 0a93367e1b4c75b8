package dev.mastro.command.work;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command as it crosses the wire and is kept under its idempotency key: an HTTP
 * status and the bytes of the body. {@code paymentNeeded} is set instead of a body when the command
 * must come back with a payment, {@code rejection} when a command was refused just now.
 */
public record Answer(
        int status,
        String body,
        boolean replayed,
        Proposal.@Nullable Unpaid paymentNeeded,
        @Nullable Rejection rejection) {

    /** A first answer. */
    public static Answer of(int status, String body) {
        return new Answer(status, body, false, null, null);
    }

    /** A refusal, told apart from others by its rejection. */
    public static Answer refused(Rejection rejection, String body) {
        return new Answer(rejection.kind().status(), body, false, null, rejection);
    }

    /** Asks for a payment. */
    public static Answer unpaid(Proposal.Unpaid needed) {
        return new Answer(0, "", false, needed, null);
    }

    /** The same answer, given once more. */
    public Answer again() {
        return new Answer(status, body, true, null, null);
    }

    /** Whether the command took effect or showed what was asked for. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
