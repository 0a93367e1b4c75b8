package dev.mastro.command.subscription;

import dev.mastro.command.catalog.CancellationPolicy;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold for a subscription to be changed or cancelled. */
public final class CancellationRules {

    private CancellationRules() {}

    /** The subscription of that id, which the account must have. */
    public static SubscriptionState find(SubscriptionId id, Book book) {
        return book.find(id)
                .orElseThrow(() ->
                        Rejection.SUBSCRIPTION_UNKNOWN.because(
                                "The account has no such subscription."));
    }

    /** Refuses who may not cancel, and what is over or about to renew. */
    public static void requireMayCancel(
            SubscriptionState subscription, Book book, Circumstances circumstances) {
        requireMayChange(book, circumstances);
        requireLive(subscription, circumstances.today());
        requireSellersChannel(subscription, circumstances);
        AccountRules.requireNoRenewalDue(subscription, circumstances.today());
    }

    /** Whoever sells a product cancels it too (billing.md R002-12, R003-08). */
    private static void requireSellersChannel(
            SubscriptionState subscription, Circumstances circumstances) {
        circumstances
                .catalog()
                .find(subscription.product().product())
                .ifPresent(
                        product -> AccountRules.requireChannel(product.channel(), circumstances));
    }

    static void requireMayChange(Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountRules.requireOpen(book.account());
        AccountRules.requireOwnChannel(book.account(), circumstances);
    }

    /** At its last boundary a subscription is over even before the billing run ends it (CX-1). */
    static void requireLive(SubscriptionState subscription, LocalDate today) {
        boolean over =
                subscription.cancellation() != null
                        && !today.isBefore(subscription.cancellation().endsOn());
        if (!subscription.isLive() || over) {
            throw Rejection.ALREADY_ENDED.because(
                    "The subscription has ended.", Map.of(), "Buy it again.");
        }
    }

    /** A reason in the customer's own words stays out of the ledger (billing.md R002-07). */
    public static @Nullable String code(@Nullable String reason, CancellationPolicy policy) {
        return reason == null || reason.isBlank() ? null : policy.codeOf(reason);
    }

    /** Refuses a cancellation without a reason where the seller asks for one (R002-07). */
    public static void requireReason(@Nullable String reason, CancellationPolicy policy) {
        if (!policy.reasonRequired()) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw Rejection.REASON_REQUIRED.because(
                    "A reason must be given.", Map.of("reasons", policy.reasons()));
        }
    }
}
