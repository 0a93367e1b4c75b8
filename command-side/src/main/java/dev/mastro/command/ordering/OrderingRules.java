package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AccessPolicy.Terms;
import dev.mastro.command.catalog.AccessPolicy.TermsAcceptance;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.WrittenOffDebt;
import dev.mastro.shared.view.OrderBlocking;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold of the account and the actor for an order to be taken. */
final class OrderingRules {

    private OrderingRules() {}

    /** Refuses actors without the right to bill, closed accounts, and accounts people manage. */
    static void requireActorMayOrder(Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountRules.requireOpen(book.account());
        AccountRules.requireOwnChannel(book.account(), circumstances);
    }

    /** Refuses while invoices block orders, and names them (billing.md R000-01, R001-05). */
    static void requireNoBlockingInvoices(Book book, Circumstances circumstances) {
        OrderBlocking blocking = circumstances.policy().access().blocking();
        List<Receivable> open = blocking.open(book.account(), circumstances.today());
        List<WrittenOffDebt> lost = blocking.writtenOff(book.account());
        if (!open.isEmpty() || !lost.isEmpty()) {
            throw AccountRules.outstanding(open, lost);
        }
    }

    /** Refuses a purchase before the terms in force were accepted (billing.md R000-14). */
    static void requireTerms(Book book, Circumstances circumstances) {
        Terms terms = circumstances.policy().access().terms();
        if (terms.acceptance() == TermsAcceptance.REQUIRED && !accepted(book, circumstances)) {
            throw Rejection.TERMS_NOT_ACCEPTED.because(
                    "The terms of service in force have not been accepted.",
                    Map.of("version", terms.version().orElseThrow()),
                    "Accept the terms and order again.");
        }
    }

    private static boolean accepted(Book book, Circumstances circumstances) {
        Optional<String> accepted = Optional.ofNullable(book.account().customer().acceptedTerms());
        return circumstances.policy().access().terms().version().equals(accepted);
    }
}
