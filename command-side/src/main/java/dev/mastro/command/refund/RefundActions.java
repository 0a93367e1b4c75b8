package dev.mastro.command.refund;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.subscription.CancellationRules;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which subscriptions may be cancelled with a refund, and why others may not (R002-14). */
@Component
class RefundActions implements ActionSource {

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return book.live().stream().map(one -> refunding(one, book, at));
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
