package dev.mastro.command.refund;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.CancellationPolicy;
import dev.mastro.command.catalog.CancellationPolicy.RefundBasis;
import dev.mastro.command.catalog.CancellationPolicy.SelfServiceRefund;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.UsageRecorded;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whether a customer may have what he was last billed back (billing.md R002-13 to 16). */
final class RefundRules {

    private static final String CANCEL_PLAINLY =
            "Cancel without a refund: the subscription ends with its period.";

    private RefundRules() {}

    static void requireEntitled(SubscriptionState subscription, Circumstances circumstances) {
        CancellationPolicy policy = circumstances.policy().cancellation();
        requireOffered(policy, circumstances);
        if (subscription.cancellation() != null) {
            throw Rejection.CANCELLATION_PENDING.because(
                    "A refund is asked for while cancelling, not later.",
                    Map.of("endsOn", subscription.cancellation().endsOn()));
        }
        requireUnused(subscription, policy);
        requireWindow(subscription, policy, circumstances);
    }

    /** The last day on which a refund may be asked for; none when there is no such limit. */
    static Optional<LocalDate> lastDay(SubscriptionState subscription, CancellationPolicy policy) {
        return policy.refundWindowDays().map(subscription.line().period().start()::plusDays);
    }

    private static void requireOffered(CancellationPolicy policy, Circumstances circumstances) {
        boolean computed = policy.refundBasis() != RefundBasis.SUPPORT_DECIDES;
        boolean mayAsk =
                policy.selfServiceRefund() != SelfServiceRefund.NONE
                        || circumstances.actorMay(ActorRight.REFUND_PAYMENTS);
        if (!computed || !mayAsk) {
            throw Rejection.REFUND_VIA_SUPPORT.because(
                    "Refunds are given through support.", Map.of(), "Contact support.");
        }
    }

    /** A use on the day of the billing counts, because that day belongs to the new line (C2). */
    private static void requireUnused(SubscriptionState subscription, CancellationPolicy policy) {
        UsageRecorded first = subscription.use().first();
        if (policy.selfServiceRefund() == SelfServiceRefund.IF_UNUSED && first != null) {
            throw Rejection.USED_SINCE_LAST_BILLED.because(
                    "The service was used since it was last billed.",
                    Map.of(
                            "firstUsedAt", first.usedAt(),
                            "billedOn", subscription.line().period().start()),
                    CANCEL_PLAINLY);
        }
    }

    private static void requireWindow(
            SubscriptionState subscription,
            CancellationPolicy policy,
            Circumstances circumstances) {
        Optional<LocalDate> last = lastDay(subscription, policy);
        if (last.isPresent() && circumstances.today().isAfter(last.get())) {
            throw Rejection.REFUND_WINDOW_OVER.because(
                    "A refund could be asked for until some days after the billing.",
                    Map.of("lastDay", last.get()),
                    CANCEL_PLAINLY);
        }
    }

    static RuleViolation nothing() {
        return Rejection.NOTHING_TO_REFUND.because(
                "Nothing was paid that could go back.", Map.of(), CANCEL_PLAINLY);
    }
}
