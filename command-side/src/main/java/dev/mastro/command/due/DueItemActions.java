package dev.mastro.command.due;

import dev.mastro.command.credit.CreditCommands.ExpireCredit;
import dev.mastro.command.credit.CreditCommands.SettleRefund;
import dev.mastro.command.dunning.CollectInvoice;
import dev.mastro.command.dunning.EndForNonPayment;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.ordering.LapseOrder;
import dev.mastro.command.payment.PaidCommand;
import dev.mastro.command.payment.PaidCommands;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.gateway.CardGateway;
import dev.mastro.command.renewal.EndPeriod;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Does what is due, as the system. Every command names the subject and the date it is about, so
 * that doing it twice does it once.
 */
@Component
class DueItemActions {

    private static final MetaData BY_THE_SYSTEM =
            MetaData.with("actor", Actor.SYSTEM.toString()).and("channel", LedgerWork.BILLING_RUN);

    private final CommandGateway commands;
    private final PaidCommands paid;
    private final CardGateway cards;

    DueItemActions(CommandGateway commands, PaidCommands paid, CardGateway cards) {
        this.commands = commands;
        this.paid = paid;
        this.cards = cards;
    }

    /** Does it; answers what went wrong when it was refused. */
    Optional<String> perform(DueItem item) {
        return switch (item.kind()) {
            case CAPTURE -> {
                cards.capture(List.of(item.subject()));
                yield Optional.empty();
            }
            case CREDIT_EXPIRY ->
                    send(
                            new ExpireCredit(
                                    item.accountId(), new GrantId(subject(item)), item.dueOn()));
            case ORDER_LAPSE ->
                    send(
                            new LapseOrder(
                                    item.accountId(), new OrderId(subject(item)), item.dueOn()));
            case PERIOD_END, PRODUCT_EXPIRY ->
                    pay(new EndPeriod(item.accountId(), item.dueOn(), Payment.none()));
            case COLLECT ->
                    pay(
                            new CollectInvoice(
                                    item.accountId(),
                                    new InvoiceId(subject(item)),
                                    item.dueOn(),
                                    Payment.none()));
            case NON_PAYMENT_END -> send(new EndForNonPayment(item.accountId(), item.dueOn()));
            case REFUND_SETTLEMENT -> settle(item);
        };
    }

    private Optional<String> settle(DueItem item) {
        cards.payOut(item.subject(), Objects.requireNonNull(item.amount()));
        return send(new SettleRefund(item.accountId(), new RefundId(subject(item))));
    }

    private Optional<String> pay(PaidCommand command) {
        return problem(paid.send(command, BY_THE_SYSTEM));
    }

    private Optional<String> send(LedgerCommand command) {
        return problem(commands.sendAndWait(new GenericCommandMessage<>(command, BY_THE_SYSTEM)));
    }

    private static Optional<String> problem(Answer answer) {
        return answer.succeeded()
                ? Optional.empty()
                : Optional.of(answer.status() + " " + answer.body());
    }

    private static UUID subject(DueItem item) {
        return UUID.fromString(item.subject());
    }
}
