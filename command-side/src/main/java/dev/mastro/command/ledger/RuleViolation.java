package dev.mastro.command.ledger;

/**
 * Carries a refusal out of a decision to its border, where it becomes a value. It has no stack
 * trace because it is no failure.
 */
public final class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RuleViolation(Refusal refusal) {
        super(refusal.rejection().name(), null, false, false);
        this.refusal = refusal;
    }

    /** The refusal. */
    public Refusal refusal() {
        return refusal;
    }
}
