package dev.mastro.command.payment;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.payment.gateway.ChargeRequest;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.platform.CommandPatience;
import java.util.Objects;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Sends commands that may have to be paid: first without money, then with what the gateway said. An
 * authorised payment is captured by whoever records it, once it is in the log.
 */
@Component
public class PaidCommands {

    private static final int ROUNDS = 3;

    private final CommandGateway commands;
    private final CardGateway cards;
    private final CommandPatience patience;

    PaidCommands(CommandGateway commands, CardGateway cards, CommandPatience patience) {
        this.commands = commands;
        this.cards = cards;
        this.patience = patience;
    }

    /**
     * Sends and pays. What is due may change in between; then it starts over, as long as a customer
     * waits. For a billing run nobody does.
     *
     * @throws TooBusyException when a customer has waited for too long before anything is paid
     */
    public Answer send(PaidCommand command, MetaData metaData) {
        Answer answer = attempt(command, metaData);
        for (int round = 1; round < ROUNDS && isToStartOver(answer, command); round++) {
            answer = attempt(command, metaData);
        }
        return answer;
    }

    private boolean isToStartOver(Answer answer, PaidCommand command) {
        return changedMeanwhile(answer, command) && patience.lasts();
    }

    private Answer attempt(PaidCommand command, MetaData metaData) {
        Answer answer = dispatch(command, metaData);
        Proposal.Unpaid needed = answer.paymentNeeded();
        if (needed == null) {
            return answer;
        }
        if (!patience.lasts()) {
            throw new TooBusyException("no card was asked for one who has waited for too long");
        }
        Payment payment =
                cards.authorise(
                        new ChargeRequest(
                                command.chargeKey(),
                                command.accountId(),
                                needed.paymentMethod(),
                                needed.due()));
        Answer paid = dispatch(command.withPayment(payment), metaData);
        if (!paid.succeeded() && payment.outcome() == Payment.Outcome.AUTHORISED) {
            cards.release(Objects.requireNonNull(payment.reference()));
        }
        return paid;
    }

    private Answer dispatch(PaidCommand command, MetaData metaData) {
        return commands.sendAndWait(new GenericCommandMessage<>(command, metaData));
    }

    /** A quote that no longer holds stays refused; another amount due can be charged instead. */
    private static boolean changedMeanwhile(Answer answer, PaidCommand command) {
        return answer.rejection() == Rejection.QUOTE_STALE
                && command.payment().outcome() == Payment.Outcome.NONE;
    }
}
