package dev.mastro.command.work;

import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.payment.Proposal;
import java.util.Map;

/** What a command handler hands back, before it becomes an answer. */
public sealed interface Outcome {

    /** The facts are recorded; {@code created} is what they made, named as in the queries. */
    record Done(int status, Map<String, Object> created) implements Outcome {}

    /** Nothing is recorded; {@code body} is what was asked for. */
    record Shown(Object body) implements Outcome {}

    /** Nothing is recorded. */
    record Refused(Refusal refusal) implements Outcome {}

    /** Nothing is recorded yet: money must be authorised first. */
    record Unpaid(Proposal.Unpaid payment) implements Outcome {}
}
