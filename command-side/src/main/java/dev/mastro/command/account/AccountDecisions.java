package dev.mastro.command.account;

import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.Receivables;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.account.TimeZoneChanged;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Opening, moving and closing an account. */
final class AccountDecisions {

    private AccountDecisions() {}

    static Draft open(OpenAccount command, String number, Circumstances circumstances) {
        requireOffered(command.profile().currency(), circumstances.catalog());
        LocalDate on = circumstances.today();
        AccountOpened opened =
                new AccountOpened(command.accountId(), number, command.profile(), on);
        Draft draft = Draft.opening(opened);
        draft.add(new BillingDetailsChanged(command.accountId(), command.details(), on));
        if (command.paymentMethod() != null) {
            draft.add(new PaymentMethodChanged(command.accountId(), command.paymentMethod(), on));
        }
        if (command.acceptTerms() != null) {
            AccountRules.requireTermsInForce(command.acceptTerms(), circumstances.policy());
            draft.add(new TermsAccepted(command.accountId(), command.acceptTerms(), on));
        }
        return draft;
    }

    /** In a currency without a price nothing could ever be ordered. */
    private static void requireOffered(CurrencyUnit currency, Catalog catalog) {
        Set<String> offered =
                catalog.products().stream()
                        .flatMap(product -> product.prices().values().stream())
                        .flatMap(prices -> prices.keySet().stream())
                        .map(CurrencyUnit::getCode)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!offered.contains(currency.getCode())) {
            throw Rejection.CURRENCY_NOT_OFFERED.because(
                    "The seller has no price in this currency.",
                    Map.of("currency", currency.getCode(), "offered", offered),
                    "Choose one of the currencies offered.");
        }
    }

    static Draft move(MoveToTimeZone command, Book book, Circumstances circumstances) {
        AccountRules.requireOpen(book.account());
        AccountRules.requireActorMayBill(circumstances);
        Draft draft = new Draft(book);
        var from = book.account().profile().timeZone();
        if (!from.equals(command.zone())) {
            draft.add(
                    new TimeZoneChanged(
                            command.accountId(), from, command.zone(), circumstances.today()));
        }
        return draft;
    }

    /** Refuses while a paid plan, a debt or credit is left (billing.md R002-03). */
    static Draft close(CloseAccount command, Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountState account = book.account();
        AccountRules.requireOpen(account);
        if (!circumstances.policy().access().closeFreeAccount()
                && !circumstances.actor().role().ofSeller()) {
            throw Rejection.CLOSURE_NOT_OFFERED.because(
                    "This seller closes accounts through support.", Map.of(), "Contact support.");
        }
        if (!book.live().isEmpty()) {
            throw Rejection.PLAN_STILL_ACTIVE.because(
                    "A subscription is still in use.",
                    Map.of(
                            "subscriptions",
                            book.live().stream().map(s -> s.id().toString()).toList()),
                    "Cancel it and close the account once it has ended.");
        }
        AccountRules.requireNoDispute(account);
        requireNoDebt(account.receivables());
        var credit = account.wallet().spendable(account.currency(), circumstances.today());
        if (credit.isPositive()) {
            throw Rejection.CREDIT_LEFT.because(
                    "The account has credit left.",
                    Map.of("credit", credit),
                    "Ask support to pay it out.");
        }
        Draft draft = new Draft(book);
        draft.add(new AccountClosed(account.id(), command.reason(), circumstances.today()));
        return draft;
    }

    /**
     * What was written off is still a debt: a closed account could not pay it (billing.md WO-1).
     */
    private static void requireNoDebt(Receivables owed) {
        if (!owed.open().isEmpty() || !owed.writtenOff().isEmpty()) {
            throw AccountRules.outstanding(owed.open(), owed.writtenOff());
        }
    }
}
