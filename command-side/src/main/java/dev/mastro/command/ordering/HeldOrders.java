package dev.mastro.command.ordering;

import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.payment.IncomingMoney;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.command.payment.ReceivePayment;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that take effect once they are paid (billing.md R003-15). */
@Component
class HeldOrders implements IncomingMoney {

    @Override
    public Draft receive(ReceivePayment command, Book book, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        OrderHeld held = book.account().heldOrder();
        Draft payment = PaymentDecisions.receive(command, book, circumstances);
        return held == null ? payment : release(held, payment, command, book, circumstances);
    }

    /**
     * The order takes effect as of the day it was placed, and its invoice takes what older debts
     * leave of the money. When it can no longer take effect, the money stays as credit.
     */
    private static Draft release(
            OrderHeld held,
            Draft payment,
            ReceivePayment command,
            Book book,
            Circumstances circumstances) {
        Money surplus = surplusOf(payment);
        Draft order = new Draft(book);
        try {
            requireNotExpired(held, command, circumstances);
            Ordering.order(order, held.orderId(), held.changes(), agreed(held, circumstances));
        } catch (RuleViolation violation) {
            return surplus.isLessThan(held.due()) ? payment : lapsed(held, payment, circumstances);
        }
        if (surplus.isLessThan(OrderDecision.due(order))) {
            return payment;
        }
        InvoiceId own = OrderDecision.invoiceOf(order);
        PaymentDecisions.receive(order, command, meant(command, own), circumstances);
        return order;
    }

    private static Predicate<InvoiceId> meant(ReceivePayment command, @Nullable InvoiceId own) {
        InvoiceId named = command.invoice();
        return id -> named == null || id.equals(named) || id.equals(own);
    }

    /** Whoever placed the order was allowed to. */
    private static Circumstances agreed(OrderHeld held, Circumstances circumstances) {
        return new Circumstances(
                circumstances.seller(), Actor.SYSTEM, held.effectiveOn(), circumstances.now());
    }

    private static void requireNotExpired(
            OrderHeld held, ReceivePayment command, Circumstances circumstances) {
        LocalDate paidOn = Objects.requireNonNullElse(command.valueDate(), circumstances.today());
        if (paidOn.isAfter(held.expiresOn())) {
            throw Rejection.QUOTE_EXPIRED.because("The order was not paid in time.");
        }
    }

    private static Draft lapsed(OrderHeld held, Draft payment, Circumstances circumstances) {
        payment.add(new OrderLapsed(held.accountId(), held.orderId(), circumstances.today()));
        return payment;
    }

    private static Money surplusOf(Draft payment) {
        return payment.events().stream()
                .filter(PaymentReceived.class::isInstance)
                .map(event -> ((PaymentReceived) event).surplus())
                .findFirst()
                .orElseThrow();
    }
}
