package dev.mastro.command.work;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.view.AccountView;
import dev.mastro.shared.view.InvoiceView;
import dev.mastro.shared.view.SubscriptionView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What facts created or changed, named and shaped as in the queries (api.md 1): always the account;
 * the subscriptions and invoices touched, and the first of each by its own name.
 */
final class Receipts {

    private Receipts() {}

    static Map<String, Object> of(
            List<LedgerEvent> events, Book book, Circumstances circumstances) {
        Map<String, Object> created = new LinkedHashMap<>();
        created.put(
                "account",
                AccountView.of(
                        book.account(),
                        book.subscriptions().values(),
                        circumstances.policy().access().blocking(),
                        circumstances.today()));
        created.put("accountNumber", book.account().number());
        events.forEach(event -> own(created, event));
        put(created, "refund", "refunds", refunds(events));
        put(created, "subscription", "subscriptions", subscriptions(events, book));
        put(created, "invoice", "invoices", invoices(events, book));
        return created;
    }

    private static void own(Map<String, Object> created, LedgerEvent event) {
        switch (event) {
            case OrderPlaced e -> created.put("order", order(e));
            case OrderHeld e -> created.put("order", order(e));
            case PaymentReceived e -> created.put("payment", payment(e));
            case CreditGranted e -> created.put("credit", e.grant());
            case DisputeOpened e ->
                    created.put("dispute", dispute(e.reference(), "OPEN", e.amount()));
            case DisputeWon e -> created.put("dispute", dispute(e.reference(), "WON", e.amount()));
            case DisputeLost e ->
                    created.put("dispute", dispute(e.reference(), "LOST", e.amount()));
            default -> {}
        }
    }

    private static Map<String, Object> order(OrderPlaced event) {
        return Map.of("id", event.orderId(), "status", "PLACED", "placedOn", event.effectiveOn());
    }

    private static Map<String, Object> order(OrderHeld event) {
        return Map.of(
                "id", event.orderId(),
                "status", "AWAITING_PAYMENT",
                "due", event.due(),
                "expiresOn", event.expiresOn());
    }

    private static List<Map<String, Object>> refunds(List<LedgerEvent> events) {
        return events.stream()
                .filter(RefundIssued.class::isInstance)
                .map(event -> refund((RefundIssued) event))
                .toList();
    }

    private static Map<String, Object> refund(RefundIssued event) {
        Map<String, Object> refund = new LinkedHashMap<>();
        refund.put("id", event.refundId());
        refund.put("amount", event.amount());
        refund.put("status", "ISSUED");
        if (event.reference() != null) {
            refund.put("payment", event.reference());
        }
        return refund;
    }

    private static Map<String, Object> dispute(String reference, String status, Money amount) {
        return Map.of("payment", reference, "status", status, "amount", amount);
    }

    private static Map<String, Object> payment(PaymentReceived event) {
        return Map.of(
                "reference", event.reference(),
                "amount", event.amount(),
                "method", event.method(),
                "valueDate", event.effectiveOn(),
                "allocations", event.allocations(),
                "surplus", event.surplus());
    }

    private static List<SubscriptionView> subscriptions(List<LedgerEvent> events, Book book) {
        return events.stream()
                .filter(SubscriptionEvent.class::isInstance)
                .map(event -> ((SubscriptionEvent) event).subscriptionId())
                .distinct()
                .map(id -> SubscriptionView.of(book.find(id).orElseThrow()))
                .toList();
    }

    /** The newest document first: an order's own invoice before those it credited. */
    private static List<InvoiceView> invoices(List<LedgerEvent> events, Book book) {
        return events.stream()
                .filter(InvoiceEvent.class::isInstance)
                .map(event -> ((InvoiceEvent) event).invoiceId())
                .distinct()
                .map(book::invoice)
                .sorted(
                        Comparator.comparing((InvoiceState one) -> one.issued().number())
                                .reversed())
                .map(InvoiceView::of)
                .toList();
    }

    private static void put(Map<String, Object> created, String one, String many, List<?> views) {
        if (!views.isEmpty()) {
            created.put(one, views.getFirst());
            created.put(many, views);
        }
    }
}
