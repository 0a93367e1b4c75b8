package dev.mastro.command.account;

import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.tax.VatNumbers;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.Customer;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.TermsAccepted;
import java.util.Objects;

/** What the customer tells about himself and agrees to. */
final class CustomerDecisions {

    private CustomerDecisions() {}

    static Draft acceptTerms(AcceptTerms command, Book book, Circumstances circumstances) {
        Draft draft = begin(book, circumstances);
        AccountRules.requireTermsInForce(command.version(), circumstances.policy());
        if (!command.version().equals(customer(book).acceptedTerms())) {
            draft.add(
                    new TermsAccepted(
                            command.accountId(), command.version(), circumstances.today()));
        }
        return draft;
    }

    static Draft changePaymentMethod(
            ChangePaymentMethod command, Book book, Circumstances circumstances) {
        Draft draft = begin(book, circumstances);
        boolean known =
                command.token().equals(customer(book).paymentMethod())
                        && Objects.equals(command.expires(), customer(book).cardExpires());
        if (!known) {
            draft.add(
                    new PaymentMethodChanged(
                            command.accountId(),
                            command.token(),
                            circumstances.today(),
                            command.expires()));
        }
        return draft;
    }

    static Draft changeDetails(
            ChangeBillingDetails command, Book book, Circumstances circumstances) {
        Draft draft = begin(book, circumstances);
        BillingDetails details =
                VatNumbers.checked(command.details(), book.account().profile().country());
        if (!details.equals(customer(book).details())) {
            draft.add(
                    new BillingDetailsChanged(command.accountId(), details, circumstances.today()));
        }
        return draft;
    }

    private static Draft begin(Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountRules.requireOpen(book.account());
        return new Draft(book);
    }

    private static Customer customer(Book book) {
        return book.account().customer();
    }
}
