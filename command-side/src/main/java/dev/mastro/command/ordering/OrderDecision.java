package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AccessPolicy.FeatureUnlock;
import dev.mastro.command.catalog.ArithmeticPolicy.DayCount;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.Payment.Outcome;
import dev.mastro.command.payment.Proposal;
import dev.mastro.command.payment.Settling;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Preview, commit or hold: what becomes of an order once what is due and what was paid is known.
 */
public final class OrderDecision {

    private static final OrderId PREVIEW = new OrderId(new UUID(0, 0));

    private OrderDecision() {}

    /** The quote for an order; the book it was computed on is untouched. */
    public static Quote preview(PreviewOrder command, Book book, Circumstances circumstances) {
        Draft draft = new Draft(book);
        acceptTerms(draft, command.acceptTerms(), circumstances);
        Ordering.order(draft, PREVIEW, command.changes(), circumstances);
        return Quote.of(
                QuoteToken.of(command.changes(), book, circumstances), draft, circumstances);
    }

    /** The facts of an order that is placed, or held until it is paid, or what it takes first. */
    public static Proposal place(PlaceOrder command, Book book, Circumstances circumstances) {
        requireValidQuote(command, book, circumstances);
        Draft draft = new Draft(book);
        lapseHeldOrder(draft, circumstances);
        acceptTerms(draft, command.acceptTerms(), circumstances);
        Draft order = new Draft(draft.book());
        Ordering.order(
                order, command.orderId(), command.changes(), counted(command, circumstances));
        Money due = due(order);
        if (Proposal.needsCard(book.account(), due, command.payment())) {
            return Proposal.unpaid(book.account(), due);
        }
        if (mustWait(command.payment(), due, book.account(), circumstances)) {
            draft.add(held(command, due, circumstances));
            return new Proposal.Decided(draft);
        }
        order.events().forEach(draft::add);
        InvoiceId invoice = invoiceOf(draft);
        if (invoice != null && command.payment().outcome() == Outcome.AUTHORISED) {
            Settling.settle(draft, invoice, command.payment(), circumstances);
        }
        return new Proposal.Decided(draft);
    }

    /** Where seconds count, an order costs what its quote said, not what the clock says since. */
    private static Circumstances counted(PlaceOrder command, Circumstances circumstances) {
        boolean bySecond = circumstances.policy().arithmetic().dayCount() == DayCount.PER_SECOND;
        return bySecond && command.quote() != null
                ? circumstances.at(command.quote().quotedAt())
                : circumstances;
    }

    /** A held order that is not paid in time is forgotten; a repeat finds nothing to forget. */
    static Draft lapse(LapseOrder command, Book book, Circumstances circumstances) {
        OrderHeld held = book.account().heldOrder();
        Draft draft = new Draft(book);
        if (held != null
                && held.orderId().equals(command.orderId())
                && held.expiresOn().isBefore(circumstances.today())) {
            lapseHeldOrder(draft, circumstances);
        }
        return draft;
    }

    /** What is left to pay on the invoice of an order in the draft. */
    static Money due(Draft draft) {
        AccountState account = draft.book().account();
        InvoiceId invoice = invoiceOf(draft);
        return invoice == null
                ? Money.zero(account.currency())
                : account.receivables().outstandingOf(invoice, account.currency());
    }

    /** The refusal of an outdated quote carries the new one (billing.md PV-1). */
    private static void requireValidQuote(
            PlaceOrder command, Book book, Circumstances circumstances) {
        QuoteToken quote = command.quote();
        if (quote == null) {
            return;
        }
        Rejection invalid = quote.invalidity(book, circumstances).orElse(null);
        if (invalid != null) {
            PreviewOrder again =
                    new PreviewOrder(
                            command.accountId(),
                            command.changes(),
                            command.acceptTerms(),
                            command.agreedOn());
            throw invalid.because(
                    "The quote no longer holds.",
                    Map.of("quote", preview(again, book, circumstances)),
                    "Look at the new quote and order again.");
        }
    }

    private static boolean mustWait(
            Payment payment, Money due, AccountState account, Circumstances circumstances) {
        if (!due.isPositive()) {
            return false;
        }
        return switch (payment.outcome()) {
            case AUTHORISED -> false;
            case PENDING -> true;
            case DECLINED -> throw declined(payment, due);
            case NONE -> {
                requirePaymentMethod(account, due);
                yield circumstances.policy().access().featureUnlock() == FeatureUnlock.ON_PAYMENT;
            }
        };
    }

    private static RuntimeException declined(Payment payment, Money due) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reason", payment.reason());
        facts.put("due", due);
        return Rejection.PAYMENT_DECLINED.because(
                "The payment was declined; nothing has changed.",
                facts,
                "Use another payment method.");
    }

    private static void requirePaymentMethod(AccountState account, Money due) {
        if (account.profile().paymentTerms() == PaymentTerms.CARD) {
            throw Rejection.PAYMENT_METHOD_REQUIRED.because(
                    "The account has no payment method.",
                    Map.of("due", due),
                    "Store a payment method and order again.");
        }
    }

    /** The invoice of an order in the draft; {@code null} when nothing was billed. */
    static @Nullable InvoiceId invoiceOf(Draft draft) {
        for (var event : draft.events()) {
            if (event instanceof OrderPlaced placed) {
                return placed.invoiceId();
            }
        }
        return null;
    }

    private static void acceptTerms(
            Draft draft, @Nullable String version, Circumstances circumstances) {
        AccountState account = draft.book().account();
        if (version != null && !Objects.equals(version, account.customer().acceptedTerms())) {
            AccountRules.requireTermsInForce(version, circumstances.policy());
            draft.add(new TermsAccepted(account.id(), version, circumstances.today()));
        }
    }

    private static void lapseHeldOrder(Draft draft, Circumstances circumstances) {
        AccountState account = draft.book().account();
        OrderHeld held = account.heldOrder();
        if (held != null) {
            draft.add(new OrderLapsed(account.id(), held.orderId(), circumstances.today()));
        }
    }

    private static OrderHeld held(PlaceOrder command, Money due, Circumstances circumstances) {
        return new OrderHeld(
                command.accountId(),
                command.orderId(),
                command.changes(),
                due,
                circumstances.today().plusDays(circumstances.policy().access().heldOrderDays()),
                circumstances.today());
    }
}
