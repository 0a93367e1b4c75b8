package dev.mastro.command.subscription;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.Reactivate;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionCommands.UnassignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.WithdrawPendingChange;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be done with a subscription beside changing it. */
@Component
class SubscriptionActions implements ActionSource {

    private static final String SOMEBODY = "?";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return book.live().stream().flatMap(one -> of(one, book, at));
    }

    private static Stream<AllowedAction> of(SubscriptionState one, Book book, Circumstances at) {
        AccountId account = book.account().id();
        List<AllowedAction> actions = new ArrayList<>();
        actions.add(renewing(one, book, at));
        actions.add(
                action(
                        "WITHDRAW_PENDING_CHANGE",
                        "DELETE",
                        "/pending-change",
                        new WithdrawPendingChange(account, one.id()),
                        book,
                        at));
        actions.add(
                action(
                        "ASSIGN_LICENCE",
                        "PUT",
                        "/licences/{user}",
                        new AssignLicence(account, one.id(), SOMEBODY),
                        book,
                        at));
        for (String user : one.assigned().stream().limit(1).toList()) {
            actions.add(
                    action(
                            "UNASSIGN_LICENCE",
                            "DELETE",
                            "/licences/{user}",
                            new UnassignLicence(account, one.id(), user),
                            book,
                            at));
        }
        return actions.stream();
    }

    private static AllowedAction renewing(SubscriptionState one, Book book, Circumstances at) {
        AccountId account = book.account().id();
        String path = "/cancellation";
        return one.cancellation() == null
                ? action(
                        "CANCEL",
                        "POST",
                        path,
                        new RequestCancellation(account, one.id(), anyReason(at)),
                        book,
                        at)
                : action("REACTIVATE", "DELETE", path, new Reactivate(account, one.id()), book, at);
    }

    private static AllowedAction action(
            String name,
            String method,
            String path,
            SubscriptionCommands command,
            Book book,
            Circumstances at) {
        return AllowedAction.of(
                name,
                Map.of("subscription", command.subscriptionId().toString()),
                method,
                "/subscriptions/" + command.subscriptionId() + path,
                () -> SubscriptionDecisions.decide(command, book, at),
                () -> AccountRules.requireOpen(book.account()));
    }

    /** The reason itself refuses nothing; that one is missing would. */
    private static String anyReason(Circumstances at) {
        return at.policy().cancellation().reasons().stream().findFirst().orElse(SOMEBODY);
    }
}
