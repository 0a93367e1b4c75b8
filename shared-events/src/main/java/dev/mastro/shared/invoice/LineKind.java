package dev.mastro.shared.invoice;

/** Which way a line moves the total of its invoice. */
public enum LineKind {
    /** Bills a period of service. */
    CHARGE,
    /** Gives back what remains of an earlier line; its amounts are negative. */
    CREDIT
}
