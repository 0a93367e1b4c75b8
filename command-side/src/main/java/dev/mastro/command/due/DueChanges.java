package dev.mastro.command.due;

import dev.mastro.command.catalog.SellerPolicy;
import dev.mastro.command.ledger.Book;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.TimeZoneChanged;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.UsageRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What facts change about what is due: items that are due then, and items that are no more. */
public record DueChanges(List<DueItem> wanted, List<DueKey> gone) {

    /** Whoever recorded a payment captures it at once; only what he left is due. */
    private static final Duration CAPTURE_GRACE = Duration.ofMinutes(1);

    /**
     * What the facts of one unit of work change. {@code book} is the one after them; what came and
     * went within them leaves no trace.
     */
    public static DueChanges after(
            List<? extends LedgerEvent> events,
            Book book,
            Function<LocalDate, SellerPolicy> policyOn,
            Instant now) {
        Touched touched = new Touched(book, now);
        events.forEach(touched::add);
        return touched.changes(policyOn);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && gone.isEmpty();
    }

    /** Collects which items the facts may have changed. */
    private static final class Touched {

        private final Book book;
        private final Instant now;
        private final Set<DueKey> keys = new HashSet<>();
        private final Set<DueKey> born = new HashSet<>();
        private final List<DueItem> captures = new ArrayList<>();
        private boolean everything;

        Touched(Book book, Instant now) {
            this.book = book;
            this.now = now;
        }

        void add(LedgerEvent event) {
            switch (event) {
                case TimeZoneChanged _ -> everything = true;
                case PaymentReceived e when e.method() == PaymentWay.CARD ->
                        captures.add(capture(e));
                case CreditGranted e -> grant(e.grant().grantId(), born);
                case CreditApplied e -> e.parts().forEach(part -> grant(part.grantId(), keys));
                case CreditExpired e -> grant(e.part().grantId(), keys);
                case CreditReturned e -> grant(e.grant().grantId(), keys);
                case DisputeOpened e -> e.withdrawn().forEach(part -> grant(part.grantId(), keys));
                case OrderHeld e -> keys.add(DueKey.of(DueKind.ORDER_LAPSE, e.orderId()));
                case OrderLapsed e -> keys.add(DueKey.of(DueKind.ORDER_LAPSE, e.orderId()));
                case OrderPlaced e -> keys.add(DueKey.of(DueKind.ORDER_LAPSE, e.orderId()));
                case RefundIssued e -> refund(e);
                case RefundSettled e ->
                        keys.add(DueKey.of(DueKind.REFUND_SETTLEMENT, e.refundId()));
                case SubscriptionEvent e -> subscription(e);
                case InvoiceEvent e -> invoice(e);
                default -> {}
            }
        }

        DueChanges changes(Function<LocalDate, SellerPolicy> policyOn) {
            keys.addAll(born);
            List<DueItem> wanted = new ArrayList<>(captures);
            Set<DueKey> left = new HashSet<>(keys);
            if (everything || !keys.isEmpty()) {
                DueItems.of(book, policyOn)
                        .filter(item -> left.remove(item.key()) || everything)
                        .forEach(wanted::add);
            }
            left.removeAll(born);
            wanted.sort(Comparator.comparing(DueItem::key));
            return new DueChanges(List.copyOf(wanted), left.stream().sorted().toList());
        }

        private DueItem capture(PaymentReceived event) {
            return new DueItem(
                    DueKey.of(DueKind.CAPTURE, event.reference()),
                    event.accountId(),
                    event.effectiveOn(),
                    now.plus(CAPTURE_GRACE),
                    null);
        }

        private void refund(RefundIssued event) {
            event.parts().forEach(part -> grant(part.grantId(), keys));
            keys.add(DueKey.of(DueKind.REFUND_SETTLEMENT, event.refundId()));
        }

        private static void grant(GrantId id, Set<DueKey> into) {
            into.add(DueKey.of(DueKind.CREDIT_EXPIRY, id));
        }

        private void subscription(SubscriptionEvent event) {
            switch (event) {
                case SubscriptionStarted e -> {
                    born.add(DueItems.ofPeriod(book.find(e.subscriptionId()).orElseThrow()));
                    unpaid();
                }
                case SubscriptionEnded e -> {
                    period(e);
                    unpaid();
                }
                case SubscriptionRenewed e -> period(e);
                case LicencesAdjusted e -> period(e);
                case ProductChanged e -> period(e);
                case CycleSwitched e -> period(e);
                case ChangeScheduled _,
                        PendingChangeWithdrawn _,
                        CancellationRequested _,
                        SubscriptionReactivated _,
                        LicenceAssigned _,
                        LicenceUnassigned _,
                        UsageRecorded _,
                        LineReduced _ -> {}
            }
        }

        private void period(SubscriptionEvent event) {
            keys.add(DueItems.ofPeriod(book.find(event.subscriptionId()).orElseThrow()));
        }

        /** Whether anything is in use decides whether anything ends for non-payment. */
        private void unpaid() {
            book.account()
                    .receivables()
                    .open()
                    .forEach(
                            open -> keys.add(DueKey.of(DueKind.NON_PAYMENT_END, open.invoiceId())));
        }

        private void invoice(InvoiceEvent event) {
            Set<DueKey> into = event instanceof InvoiceIssued ? born : keys;
            into.add(DueKey.of(DueKind.COLLECT, event.invoiceId()));
            into.add(DueKey.of(DueKind.NON_PAYMENT_END, event.invoiceId()));
        }
    }
}
