package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

/** What each kind of change does to money and time, and who may order it. */
public record ChangePolicy(
        Rule licenceIncrease,
        Rule licenceDecrease,
        Rule planUpgrade,
        Rule planDowngrade,
        Rule cycleSwitch,
        Rule addOnCapacityChange,
        Unassign unassign) {

    /** How a change is timed and billed (billing.md C9). */
    public enum Mode {
        /** Closes the line and opens one to the old end of the period. */
        KEEP_ANCHOR_PRORATE,
        /** Closes the line and opens a full period; the anchor moves to the change date. */
        RESTART_PERIOD,
        /** Nothing now, no credit: from the next renewal on. */
        AT_PERIOD_END,
        /** As KEEP_ANCHOR_PRORATE, and the fall in price stays on the account (billing.md GT-3). */
        KEEP_ANCHOR_CREDIT,
        /** The seller does not offer this change. */
        NOT_OFFERED
    }

    /** When surplus licences must have been taken from their users (billing.md R001-22). */
    public enum Unassign {
        /** Before the reduction is ordered. */
        BEFORE,
        /** By the renewal that brings it; it is checked again then. */
        BY_RENEWAL
    }

    /** The mode of a change, and the channel from which on it may be ordered. */
    public record Rule(Mode mode, OrderChannel channel) {}

    public ChangePolicy {
        requireNoCreditMode(licenceIncrease, "licenceIncrease");
        requireNoCreditMode(planUpgrade, "planUpgrade");
        requireNoCreditMode(addOnCapacityChange, "addOnCapacityChange");
        require(
                cycleSwitch.mode() != Mode.KEEP_ANCHOR_PRORATE
                        && cycleSwitch.mode() != Mode.KEEP_ANCHOR_CREDIT,
                "cycleSwitch.mode",
                "another cycle cannot keep the period, got " + cycleSwitch.mode());
    }

    private static void requireNoCreditMode(Rule rule, String name) {
        require(
                rule.mode() != Mode.KEEP_ANCHOR_CREDIT,
                name + ".mode",
                "a rise in price leaves no credit, got " + rule.mode());
    }
}
