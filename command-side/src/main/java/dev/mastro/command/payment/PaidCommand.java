package dev.mastro.command.payment;

import dev.mastro.command.ledger.LedgerCommand;

/**
 * A command whose amount is known only once it is decided. It is sent without a payment first; when
 * the answer is {@link Proposal.Unpaid}, the money is authorised under {@link #chargeKey()} and the
 * command is sent again with what the gateway said.
 */
public interface PaidCommand extends LedgerCommand {

    /** Names the charge at the gateway; a repeat of the command charges nothing again. */
    String chargeKey();

    /** The attempt so far. */
    Payment payment();

    /** The same command with what the gateway said. */
    PaidCommand withPayment(Payment payment);
}
