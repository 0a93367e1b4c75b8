package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireSome;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may buy, what stands in the way, and when what was bought opens. */
public record AccessPolicy(
        FeatureUnlock featureUnlock,
        int heldOrderDays,
        InvoicesBlock outstandingInvoicesBlock,
        boolean writtenOffStillBlocks,
        Set<ActorRole> billingActors,
        Terms terms,
        ComeBack comeBack,
        boolean closeFreeAccount,
        Optional<PasswordPolicy> password) {

    /** When an order takes effect. */
    public enum FeatureUnlock {
        /**
         * At once. A card is charged first and a declined one refuses the order; renewals and
         * accounts on invoice terms are served before they pay (billing.md 6, question 12).
         */
        ON_ORDER,
        /** When it is paid (billing.md R003-15); until then the order is held. */
        ON_PAYMENT
    }

    /** Which unpaid invoices stop orders (billing.md R000-01; 6, question 6). */
    public enum InvoicesBlock {
        ANY_OPEN,
        OVERDUE_ONLY,
        OFF
    }

    /** The way back after non-payment. */
    public enum ComeBack {
        /** Every outstanding invoice first, then an order (billing.md R000-17). */
        PAY_THEN_BUY,
        /** An order is enough (billing.md R003-22 to R003-25). */
        BUY
    }

    /** Whether the terms of service must be accepted to buy (billing.md R000-14). */
    public enum TermsAcceptance {
        REQUIRED,
        NOT_ASKED
    }

    /** The terms in force; they have a version exactly when their acceptance is required. */
    public record Terms(TermsAcceptance acceptance, Optional<String> version) {

        public Terms {
            boolean required = acceptance == TermsAcceptance.REQUIRED;
            require(
                    required == version.filter(v -> !v.isBlank()).isPresent(),
                    "version",
                    "must be given exactly when acceptance is REQUIRED");
        }
    }

    public AccessPolicy {
        billingActors = Collections.unmodifiableSet(new TreeSet<>(billingActors));
        require(heldOrderDays > 0, "heldOrderDays", "must be positive, got " + heldOrderDays);
        requireSome(billingActors, "billingActors");
        require(
                billingActors.stream().noneMatch(ActorRole::ofSeller),
                "billingActors",
                "names the customer's roles only, the seller's people are bound by channels");
        boolean blocks = outstandingInvoicesBlock != InvoicesBlock.OFF;
        require(
                blocks || !writtenOffStillBlocks,
                "writtenOffStillBlocks",
                "cannot be true when outstandingInvoicesBlock is OFF");
        require(
                blocks || comeBack != ComeBack.PAY_THEN_BUY,
                "comeBack",
                "cannot be PAY_THEN_BUY when outstandingInvoicesBlock is OFF");
    }

    /** Whether the role may pay and buy; the seller's people act on the customer's behalf. */
    public boolean mayBill(ActorRole role) {
        return role.ofSeller() || billingActors.contains(role);
    }
}
