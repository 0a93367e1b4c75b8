package dev.mastro.command.payment;

import dev.mastro.command.work.Answer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Sends commands that may have to be paid; without a gateway every card is declined. */
@Component
public class PaidCommands {

    private final CommandGateway commands;

    PaidCommands(CommandGateway commands) {
        this.commands = commands;
    }

    /** Sends and, where money is asked for, sends again. */
    public Answer send(PaidCommand command, MetaData metaData) {
        Answer answer = dispatch(command, metaData);
        return answer.paymentNeeded() == null
                ? answer
                : dispatch(command.withPayment(Payment.declined("no_gateway")), metaData);
    }

    private Answer dispatch(PaidCommand command, MetaData metaData) {
        return commands.sendAndWait(new GenericCommandMessage<>(command, metaData));
    }
}
