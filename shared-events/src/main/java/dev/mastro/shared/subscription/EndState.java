package dev.mastro.shared.subscription;

/** What remains after the end of a term (policy, billing.md 1.6). */
public enum EndState {
    /** The free service stays. */
    BASIC,
    /** Nothing but sign-in and billing stays. */
    SUSPENDED
}
