package dev.mastro.command.account;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.BillingDetails;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What may be done with the account itself. */
@Component
class AccountActions implements ActionSource {

    private static final String PROBE = "?";
    private static final BillingDetails DETAILS =
            new BillingDetails(PROBE, PROBE, null, null, null, null);

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return Stream.concat(customersOwn(book, at), accountsOwn(book, at));
    }

    private static Stream<AllowedAction> customersOwn(Book book, Circumstances at) {
        AccountId id = book.account().id();
        return Stream.of(
                action(
                        "CHANGE_BILLING_DETAILS",
                        "PUT",
                        "/billing-details",
                        book,
                        () ->
                                CustomerDecisions.changeDetails(
                                        new ChangeBillingDetails(id, DETAILS), book, at)),
                action(
                        "CHANGE_PAYMENT_METHOD",
                        "PUT",
                        "/payment-method",
                        book,
                        () ->
                                CustomerDecisions.changePaymentMethod(
                                        new ChangePaymentMethod(id, PROBE, null), book, at)));
    }

    private static Stream<AllowedAction> accountsOwn(Book book, Circumstances at) {
        AccountId id = book.account().id();
        MoveToTimeZone move = new MoveToTimeZone(id, book.account().profile().timeZone());
        return Stream.of(
                AllowedAction.of(
                        "ACCEPT_TERMS",
                        termsOf(at),
                        "POST",
                        "/accounts/" + id + "/terms-acceptance",
                        () -> CustomerDecisions.acceptTerms(new AcceptTerms(id, PROBE), book, at)),
                action(
                        "MOVE_TO_TIME_ZONE",
                        "PUT",
                        "/time-zone",
                        book,
                        () -> AccountDecisions.move(move, book, at)),
                action(
                        "CLOSE_ACCOUNT",
                        "POST",
                        "/closure",
                        book,
                        () -> AccountDecisions.close(new CloseAccount(id, PROBE), book, at)));
    }

    private static AllowedAction action(
            String name, String method, String path, Book book, Supplier<?> trial) {
        String account = "/accounts/" + book.account().id();
        return AllowedAction.of(name, Map.of(), method, account + path, trial);
    }

    private static Map<String, Object> termsOf(Circumstances at) {
        return at.policy()
                .access()
                .terms()
                .version()
                .<Map<String, Object>>map(version -> Map.of("version", version))
                .orElse(Map.of());
    }
}
