package dev.mastro.command.refund;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.command.subscription.CancellationRules;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Which subscriptions and payments may be refunded, and why others may not (R002-14, RF-6). */
@Component
class RefundActions implements ActionSource {

    private static final RefundId PROBE = new RefundId(new UUID(0, 0));

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return Stream.concat(
                book.live().stream().map(one -> refunding(one, book, at)),
                book.latestPayments().stream().map(one -> payingBack(one, book, at)));
    }

    /** Judged by the least amount; the answer names the most. */
    private static AllowedAction payingBack(ReceivedPayment payment, Book book, Circumstances at) {
        RefundPayment least =
                new RefundPayment(
                        book.account().id(),
                        payment.reference(),
                        PROBE,
                        Money.ofMinor(book.account().currency(), 1),
                        "?");
        return AllowedAction.of(
                "REFUND_PAYMENT",
                Map.of("payment", payment.reference(), "left", payment.left()),
                "POST",
                "/payments/" + PathIds.segment(payment.reference()) + "/refunds",
                () -> RefundPaymentDecision.decide(least, book, at));
    }

    private static AllowedAction refunding(SubscriptionState one, Book book, Circumstances at) {
        return AllowedAction.of(
                "CANCEL_AND_REFUND",
                Map.of("subscription", one.id().toString()),
                "POST",
                "/subscriptions/" + one.id() + "/cancellation",
                () -> CancelAndRefundDecision.decide(one, null, book, at),
                () -> CancellationRules.requireMayCancel(one, book, at));
    }
}
