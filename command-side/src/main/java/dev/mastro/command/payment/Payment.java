package dev.mastro.command.payment;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway said before a command is committed. {@code reference} names the payment there,
 * {@code code} tells why it was declined.
 */
public record Payment(
        Outcome outcome,
        @Nullable String reference,
        @Nullable Money amount,
        @Nullable String code) {

    /** What became of the attempt. */
    public enum Outcome {
        /** None was made yet, or nothing is due, or the account pays on invoice. */
        NONE,
        /** The money is reserved and is captured once the command is in the log. */
        AUTHORISED,
        /** The gateway will tell later. */
        PENDING,
        /** There will be no money. */
        DECLINED
    }

    /** No attempt. */
    public static Payment none() {
        return new Payment(Outcome.NONE, null, null, null);
    }

    /** Money reserved under {@code reference}. */
    public static Payment authorised(String reference, Money amount) {
        return new Payment(Outcome.AUTHORISED, reference, amount, null);
    }

    /** Refused for the gateway's reason {@code code}. */
    public static Payment declined(String code) {
        return new Payment(Outcome.DECLINED, null, null, code);
    }

    /** Neither reserved nor refused yet. */
    public static Payment pending(String reference) {
        return new Payment(Outcome.PENDING, reference, null, "pending");
    }

    /** The gateway's reason, for facts and for the dunning history. */
    public String reason() {
        return code == null ? "declined" : code;
    }
}
