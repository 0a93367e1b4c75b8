package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireSome;

import dev.mastro.shared.view.InvoicesBlock;
import dev.mastro.shared.view.OrderBlocking;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may buy, what stands in the way, and when what was bought opens. */
public record AccessPolicy(
        FeatureUnlock featureUnlock,
        int heldOrderDays,
        InvoicesBlock outstandingInvoicesBlock,
        boolean writtenOffStillBlocks,
        Map<ActorRight, Set<ActorRole>> actors,
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
        actors = copyOf(actors);
        require(heldOrderDays > 0, "heldOrderDays", "must be positive, got " + heldOrderDays);
        for (ActorRight right : ActorRight.values()) {
            requireSome(actors.getOrDefault(right, Set.of()), "actors." + right);
        }
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

    /** Which debts stand in the way of orders (billing.md R000-17, R003-25). */
    public OrderBlocking blocking() {
        return new OrderBlocking(
                outstandingInvoicesBlock,
                switch (comeBack) {
                    case PAY_THEN_BUY -> InvoicesBlock.ANY_OPEN;
                    case BUY -> InvoicesBlock.OFF;
                });
    }

    /** Whether the role has the right. */
    public boolean may(ActorRight right, ActorRole role) {
        return actors.getOrDefault(right, Set.of()).contains(role);
    }

    /** Everything that the role may do. */
    public Set<ActorRight> rightsOf(ActorRole role) {
        Set<ActorRight> rights = EnumSet.noneOf(ActorRight.class);
        actors.forEach((right, roles) -> {
            if (roles.contains(role)) {
                rights.add(right);
            }
        });
        return rights;
    }

    private static Map<ActorRight, Set<ActorRole>> copyOf(Map<ActorRight, Set<ActorRole>> actors) {
        Map<ActorRight, Set<ActorRole>> copy = new TreeMap<>();
        actors.forEach((right, roles) ->
                copy.put(right, Collections.unmodifiableSet(new TreeSet<>(roles))));
        return Collections.unmodifiableMap(copy);
    }
}
