package dev.mastro.query.mail;

import jakarta.mail.internet.MimeMessage;

/** How mails leave the house. */
public interface Delivery {

    /** Hands the mail over; when it returns, somebody else has it. */
    void deliver(MimeMessage mail, String id);

    /** The mail cannot be delivered, at least not now; says nothing about whom it is for. */
    final class Undelivered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean forEver;

        public Undelivered(String reason, boolean forEver, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
            this.forEver = forEver;
        }

        String reason() {
            return reason;
        }

        /** Whether no further attempt can help. */
        boolean isForEver() {
            return forEver;
        }
    }
}
