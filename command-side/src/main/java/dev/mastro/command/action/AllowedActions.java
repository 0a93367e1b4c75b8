package dev.mastro.command.action;

import dev.mastro.command.catalog.OrderChannel;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.view.AccountStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to what may be done: every action, what to do next on an account without service
 * (billing.md R003-22), whom to turn to (R001-06, R003-11) and where to look (R002-18).
 */
public record AllowedActions(
        AccountId accountId,
        AccountStatus status,
        NextStep nextAction,
        List<AllowedAction> actions,
        Map<OrderChannel, String> contacts,
        Map<String, String> links) {

    /** What the customer is led to. */
    public enum NextStep {
        /** Nothing stands in the way of the service. */
        NONE,
        /** Nothing is held: a plan is to be chosen. */
        CHOOSE_PLAN,
        /** Outstanding invoices come first. */
        PAY_INVOICES,
        /** The account is closed. */
        OPEN_ACCOUNT
    }

    static AllowedActions of(List<ActionSource> sources, Book book, Circumstances circumstances) {
        List<AllowedAction> actions =
                sources.stream().flatMap(source -> source.actions(book, circumstances)).toList();
        AccountStatus status =
                AccountStatus.of(
                        book.account(), book.subscriptions().values(), circumstances.today());
        return new AllowedActions(
                book.account().id(),
                status,
                nextStep(status, actions, book),
                actions,
                circumstances.seller().contacts(),
                links(book.account().id()));
    }

    private static NextStep nextStep(AccountStatus status, List<AllowedAction> actions, Book book) {
        if (status == AccountStatus.CLOSED) {
            return NextStep.OPEN_ACCOUNT;
        }
        boolean blocked =
                actions.stream()
                        .flatMap(action -> action.reasons().stream())
                        .anyMatch(reason ->
                                reason.code().equals(Rejection.OUTSTANDING_INVOICES.name()));
        if (blocked) {
            return NextStep.PAY_INVOICES;
        }
        return book.live().isEmpty() ? NextStep.CHOOSE_PLAN : NextStep.NONE;
    }

    private static Map<String, String> links(AccountId id) {
        String account = "/api/v1/accounts/" + id;
        Map<String, String> links = new TreeMap<>();
        links.put("account", account);
        for (String part :
                List.of("balance", "credits", "invoices", "journal", "subscriptions", "timeline")) {
            links.put(part, account + "/" + part);
        }
        return links;
    }
}
