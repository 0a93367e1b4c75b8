package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.AccessPolicy.InvoicesBlock;
import dev.mastro.command.catalog.AccessPolicy.Terms;
import dev.mastro.command.catalog.AccessPolicy.TermsAcceptance;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.WrittenOffDebt;
import java.time.LocalDate;
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
        InvoicesBlock block = blockOf(book.account(), circumstances.policy().access());
        List<Receivable> blocking =
                book.account().receivables().open().stream()
                        .filter(open -> blocks(open, block, circumstances.today()))
                        .toList();
        List<WrittenOffDebt> lost =
                book.account().receivables().writtenOff().stream()
                        .filter(debt -> block != InvoicesBlock.OFF && debt.stillBlocks())
                        .toList();
        if (!blocking.isEmpty() || !lost.isEmpty()) {
            throw AccountRules.outstanding(blocking, lost);
        }
    }

    /** After non-payment the way back has a rule of its own (billing.md R000-17, R003-25). */
    private static InvoicesBlock blockOf(AccountState account, AccessPolicy policy) {
        if (account.standing() != AccountStanding.DOWNGRADED) {
            return policy.outstandingInvoicesBlock();
        }
        return switch (policy.comeBack()) {
            case PAY_THEN_BUY -> InvoicesBlock.ANY_OPEN;
            case BUY -> InvoicesBlock.OFF;
        };
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

    private static boolean blocks(Receivable open, InvoicesBlock block, LocalDate today) {
        return switch (block) {
            case ANY_OPEN -> true;
            case OVERDUE_ONLY -> open.overdueOn(today);
            case OFF -> false;
        };
    }
}
