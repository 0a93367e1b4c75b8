package dev.mastro.chaos.history;

/** What the sender may conclude. */
public enum Outcome {
    /** It took effect. */
    OK,
    /** It did not, and will not under this request. */
    REFUSED,
    /** Nobody told: no answer, or one that promises nothing. */
    UNKNOWN;

    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int REFUSAL = 400;
    private static final int FAILURE = 500;

    static Outcome of(int status) {
        if (status >= SUCCESS && status < REDIRECTION) {
            return OK;
        }
        return status >= REFUSAL && status < FAILURE ? REFUSED : UNKNOWN;
    }
}
