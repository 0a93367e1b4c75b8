package dev.mastro.command.refund;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.subscription.CancellationRules;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.UsageRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a cancellation with a refund would pay back: {@code amount} as money, {@code credit} to the
 * grants it came from. {@code reason} tells why there is no such offer.
 */
public record RefundOffer(
        SubscriptionId subscription,
        boolean entitled,
        Money amount,
        Money credit,
        @Nullable String reason,
        @Nullable String detail,
        LocalDate billedOn,
        @Nullable Instant firstUsedAt,
        @Nullable LocalDate lastDay) {

    /** Computed by the decision that would pay it. */
    public static RefundOffer of(OfferRefund question, Book book, Circumstances circumstances) {
        SubscriptionState subscription = CancellationRules.find(question.subscriptionId(), book);
        try {
            CancellationRules.requireMayCancel(subscription, book, circumstances);
            Draft draft = CancelAndRefundDecision.decide(subscription, null, book, circumstances);
            return offer(subscription, draft, null, circumstances);
        } catch (RuleViolation violation) {
            Refusal refusal = violation.refusal();
            if (!isAnAnswer(refusal)) {
                throw violation;
            }
            return offer(subscription, new Draft(book), refusal, circumstances);
        }
    }

    /** Who may not ask, or asks at the wrong time, gets no answer but the refusal. */
    private static boolean isAnAnswer(Refusal refusal) {
        return refusal.rejection().kind() == Rejection.Kind.BUSINESS
                || refusal.rejection() == Rejection.REFUND_VIA_SUPPORT;
    }

    private static RefundOffer offer(
            SubscriptionState subscription,
            Draft draft,
            @Nullable Refusal refusal,
            Circumstances circumstances) {
        UsageRecorded first = subscription.use().first();
        CurrencyUnit currency = draft.book().account().currency();
        return new RefundOffer(
                subscription.id(),
                refusal == null,
                sum(currency, paid(draft)),
                sum(currency, returned(draft)).minus(sum(currency, expired(draft))),
                refusal == null ? null : refusal.rejection().name(),
                refusal == null ? null : refusal.detail(),
                subscription.line().period().start(),
                first == null ? null : first.usedAt(),
                RefundRules.lastDay(subscription, circumstances.policy().cancellation())
                        .orElse(null));
    }

    private static Stream<Money> paid(Draft draft) {
        return draft.events().stream()
                .filter(RefundIssued.class::isInstance)
                .map(event -> ((RefundIssued) event).amount());
    }

    private static Stream<Money> returned(Draft draft) {
        return draft.events().stream()
                .filter(CreditReturned.class::isInstance)
                .map(event -> ((CreditReturned) event).grant().amount());
    }

    /** What comes back after its last day is gone at once. */
    private static Stream<Money> expired(Draft draft) {
        return draft.events().stream()
                .filter(CreditExpired.class::isInstance)
                .map(event -> ((CreditExpired) event).part().amount());
    }

    private static Money sum(CurrencyUnit currency, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }
}
