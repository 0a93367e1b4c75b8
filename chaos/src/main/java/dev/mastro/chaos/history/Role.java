package dev.mastro.chaos.history;

/** Why a request was sent. */
public enum Role {
    /** Because somebody wants it. */
    FIRST,
    /** Again, on purpose, after an answer. */
    REPEAT,
    /** The same key for something else. */
    CHANGED,
    /** At the same time as the first. */
    TWIN,
    /** After the fault, to learn what became of it. */
    SETTLING
}
