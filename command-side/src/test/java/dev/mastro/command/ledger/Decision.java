package dev.mastro.command.ledger;

import dev.mastro.shared.LedgerEvent;
import java.util.List;
import java.util.function.Supplier;

/** What became of a command: facts, or a refusal. */
public sealed interface Decision {

    /** The command takes effect as these facts, in this order; none when it already had. */
    record Accepted(List<LedgerEvent> events, Book book) implements Decision {}

    /** The command is refused; nothing happened. */
    record Refused(Refusal refusal) implements Decision {}

    /** Runs a decision and turns a violated rule into a value. */
    static Decision of(Supplier<Draft> deciding) {
        try {
            Draft draft = deciding.get();
            return new Accepted(draft.events(), draft.book());
        } catch (RuleViolation violation) {
            return new Refused(violation.refusal());
        }
    }
}
