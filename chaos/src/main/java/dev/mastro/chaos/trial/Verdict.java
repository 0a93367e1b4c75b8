package dev.mastro.chaos.trial;

/** What a trial has shown. */
public enum Verdict {
    /** The fault landed, and everything held. */
    PASSED,
    /** Something did not hold. */
    VIOLATED,
    /** Nothing shows that the fault landed. */
    INCONCLUSIVE
}
