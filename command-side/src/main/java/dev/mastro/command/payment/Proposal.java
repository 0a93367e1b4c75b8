package dev.mastro.command.payment;

import dev.mastro.command.ledger.Draft;
import dev.mastro.command.payment.Payment.Outcome;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.PaymentTerms;
import java.util.Objects;
import org.joda.money.Money;

/** What a decision about money comes to: the facts, or the payment that must come before them. */
public sealed interface Proposal {

    /** The facts stand as they are. */
    record Decided(Draft draft) implements Proposal {}

    /** The facts stand once {@code due} is authorised on the stored payment method. */
    record Unpaid(Money due, String paymentMethod) implements Proposal {}

    /** Asks for what is due on the payment method of an account that {@link #needsCard}. */
    static Proposal unpaid(AccountState account, Money due) {
        return new Unpaid(due, Objects.requireNonNull(account.customer().paymentMethod()));
    }

    /** Whether the account's card must be asked for what is due before anything is decided. */
    static boolean needsCard(AccountState account, Money due, Payment payment) {
        return account.profile().paymentTerms() == PaymentTerms.CARD
                && payment.outcome() == Outcome.NONE
                && due.isPositive()
                && account.customer().paymentMethod() != null;
    }
}
