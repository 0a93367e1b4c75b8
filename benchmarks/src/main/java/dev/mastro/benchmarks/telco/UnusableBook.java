package dev.mastro.benchmarks.telco;

/** The file is no book of customers; the message is one line for the person who gave it. */
final class UnusableBook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableBook(String message) {
        super(message);
    }
}
