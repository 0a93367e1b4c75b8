package dev.mastro.query.seller;

import java.util.Set;

/** The part of a seller's policy that is about documents and mails. */
public record DocumentRules(
        Kind kind, Set<Occasion> mails, boolean mailAttachesDocument, boolean expressPayment) {

    /** What the customer's document is called. */
    public enum Kind {
        INVOICE,
        RECEIPT
    }

    /** For what no policy is known to rule. */
    static final DocumentRules NONE = new DocumentRules(Kind.INVOICE, Set.of(), false, false);
}
