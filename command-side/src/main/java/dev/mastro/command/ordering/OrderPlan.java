package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AddOnPolicy.FirstPeriod;
import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.document.Charge;
import dev.mastro.command.document.Closing;
import dev.mastro.command.document.InvoiceDraft;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.tax.TaxTreatment;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money of an order: the invoice it asks for, {@code null} where nothing is billed now, the
 * anchors from which its subscriptions renew, and the lines that are given back by credit notes
 * instead of on that invoice (billing.md C9, C10).
 */
record OrderPlan(
        UUID orderId,
        List<PlannedChange> changes,
        @Nullable InvoiceDraft invoice,
        Map<SubscriptionId, LocalDate> anchors,
        List<Closing> creditNoted) {

    static OrderPlan of(
            UUID orderId, List<PlannedChange> changes, Book book, Circumstances circumstances) {
        return new Pricing(orderId, changes, book, circumstances).plan();
    }

    LocalDate anchorOf(PlannedChange change) {
        LocalDate anchor = anchors.get(change.subscriptionId());
        if (anchor == null) {
            throw new IllegalStateException("not billed now: " + change);
        }
        return anchor;
    }

    /** Works the amounts out; kept apart from the result because it needs more to look at. */
    private static final class Pricing {

        private final UUID orderId;
        private final List<PlannedChange> changes;
        private final Book book;
        private final Circumstances circumstances;
        private final Map<SubscriptionId, LocalDate> anchors = new HashMap<>();

        Pricing(UUID orderId, List<PlannedChange> changes, Book book, Circumstances circumstances) {
            this.orderId = orderId;
            this.changes = changes;
            this.book = book;
            this.circumstances = circumstances;
        }

        OrderPlan plan() {
            List<PlannedChange> now = changes.stream().filter(PlannedChange::isImmediate).toList();
            if (now.isEmpty()) {
                return new OrderPlan(orderId, changes, null, Map.of(), List.of());
            }
            List<Charge> charges = now.stream().map(this::charge).toList();
            Set<SubscriptionId> credited = new HashSet<>();
            for (PlannedChange change : now) {
                if (change.before() != null && mustBeCreditNote(change, change.before())) {
                    credited.add(change.subscriptionId());
                }
            }
            InvoiceDraft invoice = compose(charges, credited);
            if (invoice.total().isNegative()) {
                now.forEach(change -> credited.add(change.subscriptionId()));
                invoice = compose(charges, credited);
            }
            return new OrderPlan(
                    orderId, changes, invoice, Map.copyOf(anchors), closings(charges, credited));
        }

        /** billing.md C9: a falling price becomes credit; C10: an unpaid line cancels its debt. */
        private boolean mustBeCreditNote(PlannedChange change, SubscriptionState before) {
            return change.recurringPriceFalls()
                    || Closing.of(before, circumstances.today()).isUnpaidBy(book.account());
        }

        private InvoiceDraft compose(List<Charge> charges, Set<SubscriptionId> credited) {
            List<Charge> netted =
                    charges.stream()
                            .map(charge ->
                                    credited.contains(charge.subscriptionId())
                                            ? charge.withoutNetting()
                                            : charge)
                            .toList();
            return InvoiceDraft.compose(
                    new InvoiceId(DerivedIds.of(orderId, "invoice")),
                    book.account().currency(),
                    netted,
                    TaxTreatment.of(book.account(), circumstances));
        }

        private static List<Closing> closings(List<Charge> charges, Set<SubscriptionId> credited) {
            return charges.stream()
                    .filter(charge -> credited.contains(charge.subscriptionId()))
                    .flatMap(charge -> Stream.ofNullable(charge.netted()))
                    .toList();
        }

        private Charge charge(PlannedChange change) {
            SubscriptionState before = change.before();
            LocalDate today = circumstances.today();
            LocalTime time = circumstances.time(book.account().profile().timeZone());
            Closing closing = before == null ? null : Closing.of(before, today, time);
            if (before != null && closing != null && change.mode() != Mode.RESTART_PERIOD) {
                return rest(change, closing, before.anchor());
            }
            LocalDate anchor = startAnchor(change, today);
            anchors.put(change.subscriptionId(), anchor);
            BillingPeriod whole = change.to().cycle().periodContaining(anchor, today);
            return Charge.begun(
                            change.subscriptionId(),
                            change.to(),
                            new BillingPeriod(today, whole.end()),
                            whole,
                            time,
                            circumstances.policy().arithmetic())
                    .netting(closing);
        }

        private Charge rest(PlannedChange change, Closing closing, LocalDate anchor) {
            LocalDate today = circumstances.today();
            anchors.put(change.subscriptionId(), anchor);
            return Charge.rest(
                    change.subscriptionId(),
                    change.to(),
                    new BillingPeriod(today, closing.line().period().end()),
                    change.to().cycle().periodContaining(anchor, today),
                    closing);
        }

        /**
         * A monthly add-on begins in the middle of its plan's month (billing.md R001-37, ADD-1).
         */
        private LocalDate startAnchor(PlannedChange change, LocalDate today) {
            boolean follows =
                    change.before() == null
                            && change.to().cycle() == BillingCycle.MONTHLY
                            && circumstances.policy().addOns().firstPeriod()
                                    == FirstPeriod.PRORATED_TO_ANCHOR;
            return follows
                    ? circumstances
                            .catalog()
                            .find(change.to().product())
                            .filter(product -> product.kind() == ProductKind.ADD_ON)
                            .flatMap(new ProductRules(book, circumstances)::basePlan)
                            .map(base -> restarts(base) ? today : base.anchor())
                            .orElse(today)
                    : today;
        }

        private boolean restarts(SubscriptionState base) {
            return changes.stream()
                    .filter(change -> change.mode() == Mode.RESTART_PERIOD)
                    .anyMatch(change -> change.subscriptionId().equals(base.id()));
        }
    }
}
