package dev.mastro.query.journal;

/** One side of the books. */
public enum Side {
    DEBIT,
    CREDIT;

    Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
