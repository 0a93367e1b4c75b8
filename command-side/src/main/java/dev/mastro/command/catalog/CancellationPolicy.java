package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

import dev.mastro.shared.subscription.EndState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a subscription is cancelled, what remains after its term, and what is paid back. */
public record CancellationPolicy(
        boolean reasonRequired,
        List<String> reasons,
        EndState endOfTermState,
        SelfServiceRefund selfServiceRefund,
        RefundBasis refundBasis,
        Optional<Integer> refundWindowDays) {

    /** The code of every reason that is not listed. */
    public static final String OTHER = "OTHER";

    /** Whether the customer may cancel and be refunded without support (billing.md R002-13). */
    public enum SelfServiceRefund {
        /** If the account was not used since it was last billed (billing.md R002-16). */
        IF_UNUSED,
        NONE
    }

    /** What a refund is computed from (billing.md C13). */
    public enum RefundBasis {
        FULL_LAST_CHARGE,
        PRORATED_UNUSED,
        /** Support enters the amount. */
        SUPPORT_DECIDES
    }

    public CancellationPolicy {
        reasons = List.copyOf(reasons);
        require(
                reasonRequired != reasons.isEmpty(),
                "reasons",
                "must be listed exactly when reasonRequired is true");
        require(
                reasons.stream().distinct().count() == reasons.size(),
                "reasons",
                "names a reason twice");
        require(
                !reasonRequired || reasons.contains(OTHER),
                "reasons",
                "must have OTHER for reasons that are not listed");
        require(
                selfServiceRefund == SelfServiceRefund.NONE
                        || refundBasis != RefundBasis.SUPPORT_DECIDES,
                "refundBasis",
                "cannot be SUPPORT_DECIDES when selfServiceRefund is " + selfServiceRefund);
        require(
                refundWindowDays.orElse(1) > 0,
                "refundWindowDays",
                "must be positive, got " + refundWindowDays.orElse(0));
    }

    /**
     * The code under which a reason is stored: a listed one in any spelling, or OTHER. Free text
     * may be personal and stays out of the log (billing.md R002-07).
     */
    public String codeOf(String reason) {
        String code = reason.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return reasons.contains(code) ? code : OTHER;
    }
}
