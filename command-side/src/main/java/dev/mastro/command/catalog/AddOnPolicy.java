package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

/** How add-ons are sold beside a plan (billing.md R001-34 to R001-43). */
public record AddOnPolicy(
        FirstPeriod firstPeriod,
        OneMonthProducts oneMonthProducts,
        CycleConflict cycleConflict,
        ConflictScope conflictScope,
        AnnualOnMonthlyPlan annualOnMonthlyPlan,
        EndWithPlan endWithPlan) {

    /** What the period of purchase costs (billing.md R001-37). */
    public enum FirstPeriod {
        /** The days up to the plan's next billing date. */
        PRORATED_TO_ANCHOR,
        /** A full period from the day of purchase, with an anchor of its own. */
        FULL,
        NOT_OFFERED
    }

    /** Whether products that live one month and never renew are sold (billing.md C11). */
    public enum OneMonthProducts {
        OFFERED,
        NOT_OFFERED
    }

    /** Whether one add-on may be held in two billing cycles at once (billing.md R001-35). */
    public enum CycleConflict {
        REFUSE,
        ALLOW,
        NOT_OFFERED
    }

    /** What counts as the same add-on (billing.md ADD-5). */
    public enum ConflictScope {
        /** The same product. */
        SKU,
        /** Any product of the same family. */
        FAMILY,
        NOT_OFFERED
    }

    /** Whether an annual add-on may stand on a monthly plan (billing.md 6, question 4). */
    public enum AnnualOnMonthlyPlan {
        ALLOW,
        REFUSE,
        NOT_OFFERED
    }

    /** What happens to what remains of an add-on whose plan ends (billing.md 6, question 9). */
    public enum EndWithPlan {
        NO_CREDIT,
        CREDIT_REMAINING,
        NOT_OFFERED
    }

    public AddOnPolicy {
        boolean none = firstPeriod == FirstPeriod.NOT_OFFERED;
        requireSame(none, cycleConflict == CycleConflict.NOT_OFFERED, "cycleConflict");
        requireSame(none, conflictScope == ConflictScope.NOT_OFFERED, "conflictScope");
        requireSame(
                none,
                annualOnMonthlyPlan == AnnualOnMonthlyPlan.NOT_OFFERED,
                "annualOnMonthlyPlan");
        requireSame(none, endWithPlan == EndWithPlan.NOT_OFFERED, "endWithPlan");
    }

    /** Whether the seller sells add-ons that renew. */
    public boolean offered() {
        return firstPeriod != FirstPeriod.NOT_OFFERED;
    }

    private static void requireSame(boolean expected, boolean actual, String key) {
        require(
                expected == actual,
                key,
                "must be NOT_OFFERED exactly when firstPeriod is NOT_OFFERED");
    }
}
