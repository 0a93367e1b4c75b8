package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Which documents a customer gets, how they are numbered, and what is offered with them. */
public record DocumentPolicy(
        Kind kind,
        Set<Mail> mails,
        boolean mailAttachesDocument,
        boolean expressPayment,
        VatNumberPrompt vatNumberPrompt,
        Numbering numbering,
        String invoicePrefix,
        String creditNotePrefix) {

    /** What the customer's document is called. */
    public enum Kind {
        INVOICE,
        RECEIPT
    }

    /** An occasion on which a mail is sent (billing.md R001-16, R001-33, R003-29). */
    public enum Mail {
        PURCHASE,
        RENEWAL,
        CHANGE,
        /** A charge failed and the invoice is still owed (billing.md R000-08). */
        DUNNING,
        CANCELLATION
    }

    /** When the customer is asked for a VAT number (billing.md R004-13). */
    public enum VatNumberPrompt {
        NEVER,
        WHEN_PRICE_RISES
    }

    /** Which series numbers documents without gaps (design.md 3). */
    public enum Numbering {
        PER_ACCOUNT,
        PER_SELLER
    }

    public DocumentPolicy {
        mails = Collections.unmodifiableSet(new TreeSet<>(mails));
        requireText(invoicePrefix, "invoicePrefix");
        requireText(creditNotePrefix, "creditNotePrefix");
        require(
                !creditNotePrefix.equals(invoicePrefix),
                "creditNotePrefix",
                "must differ from invoicePrefix, got " + creditNotePrefix);
        require(
                !mailAttachesDocument || !mails.isEmpty(),
                "mailAttachesDocument",
                "cannot be true without mails");
    }
}
