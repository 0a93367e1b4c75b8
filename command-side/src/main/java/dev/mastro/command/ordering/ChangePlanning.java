package dev.mastro.command.ordering;

import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ChangePolicy.Unassign;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.ChangeType;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns the list of changes into what becomes of each subscription. Several changes of one
 * subscription are one change to the last total (billing.md R001-27).
 */
final class ChangePlanning {

    /** What a subscription is to become, before a price is looked up. */
    private record Wanted(String product, BillingCycle cycle, int licences) {}

    private final Book book;
    private final Circumstances circumstances;
    private final ProductRules products;
    private final ChangeRules rules;

    ChangePlanning(Book book, Circumstances circumstances) {
        this.book = book;
        this.circumstances = circumstances;
        this.products = new ProductRules(book, circumstances);
        this.rules = new ChangeRules(products, circumstances);
    }

    List<PlannedChange> plan(List<OrderChange> changes, UUID orderId) {
        List<PlannedChange> planned = new ArrayList<>();
        Map<SubscriptionId, Wanted> targets = new LinkedHashMap<>();
        for (OrderChange change : changes) {
            if (change.type() == ChangeType.START) {
                planned.add(start(change, orderId, planned.size()));
            } else {
                targets.compute(
                        Objects.requireNonNull(change.subscription()),
                        (id, before) -> wanted(subscription(id), before, change));
            }
        }
        targets.forEach((id, to) -> planned.add(change(subscription(id), to)));
        Holdings holdings = Holdings.after(book, planned, circumstances);
        planned.forEach(holdings::requireAllowed);
        requireOneTiming(planned);
        return List.copyOf(planned);
    }

    private PlannedChange start(OrderChange change, UUID orderId, int position) {
        Product product = products.product(Objects.requireNonNull(change.product()));
        BillingCycle cycle = Objects.requireNonNull(change.cycle());
        int licences = Objects.requireNonNull(change.licences());
        products.requireMinimum(product, licences);
        Money price = products.price(product, cycle);
        AccountRules.requireChannel(product.channel(), circumstances);
        SubscriptionId id = new SubscriptionId(DerivedIds.of(orderId, "subscription-" + position));
        SubscribedProduct to =
                new SubscribedProduct(product.code(), cycle, licences, price, listInForce());
        return new PlannedChange(id, null, to, Mode.RESTART_PERIOD);
    }

    private static Wanted wanted(
            SubscriptionState subscription, @Nullable Wanted before, OrderChange change) {
        SubscribedProduct held = subscription.product();
        Wanted from =
                before == null ? new Wanted(held.product(), held.cycle(), held.licences()) : before;
        int licences = change.licences() == null ? from.licences() : change.licences();
        ProductRules.requireQuantity(licences);
        return switch (change.type()) {
            case ADJUST_LICENCES -> new Wanted(from.product(), from.cycle(), licences);
            case CHANGE_PRODUCT ->
                    new Wanted(Objects.requireNonNull(change.product()), from.cycle(), licences);
            case SWITCH_CYCLE ->
                    new Wanted(from.product(), Objects.requireNonNull(change.cycle()), licences);
            case START -> throw new IllegalStateException("starts have no subscription");
        };
    }

    private PlannedChange change(SubscriptionState before, Wanted wanted) {
        SubscribedProduct to = priced(before.product(), wanted);
        if (to.equals(before.product())) {
            return withdrawal(before, to);
        }
        if (before.pending() != null && to.equals(before.pending().to())) {
            throw noChange("The change is scheduled already.", before, to);
        }
        Mode mode = rules.modeOf(before.product(), to);
        Product product = products.product(to.product());
        AccountRules.requireChannel(product.channel(), circumstances);
        requireMinimum(before, to, product);
        requireUnassigned(before, to, mode);
        return new PlannedChange(before.id(), before, to, mode);
    }

    /** What stays the same product in the same cycle keeps its price (billing.md R001-19). */
    private SubscribedProduct priced(SubscribedProduct from, Wanted wanted) {
        boolean kept = wanted.product().equals(from.product()) && wanted.cycle() == from.cycle();
        return new SubscribedProduct(
                wanted.product(),
                wanted.cycle(),
                wanted.licences(),
                kept ? from.unitPrice() : newPrice(from, wanted),
                kept ? from.catalogVersion() : listInForce());
    }

    private Money newPrice(SubscribedProduct from, Wanted wanted) {
        Product product =
                wanted.product().equals(from.product())
                        ? products.product(from.product())
                        : exchanged(from, wanted.product());
        return products.price(product, wanted.cycle());
    }

    private String listInForce() {
        return circumstances.catalog().version();
    }

    private Product exchanged(SubscribedProduct from, String code) {
        Product to = products.product(code);
        if (!to.exchangeableWith(products.product(from.product()))) {
            throw Rejection.PRODUCT_NOT_EXCHANGEABLE.because(
                    from.product() + " cannot be changed into " + code + ".",
                    Map.of("from", from.product(), "to", code),
                    "Order it beside the one you have.");
        }
        return to;
    }

    private static PlannedChange withdrawal(SubscriptionState before, SubscribedProduct to) {
        if (before.pending() == null) {
            throw noChange("The subscription is like this already.", before, to);
        }
        return new PlannedChange(before.id(), before, to, Mode.AT_PERIOD_END);
    }

    private static RuleViolation noChange(
            String detail, SubscriptionState before, SubscribedProduct to) {
        return Rejection.NO_CHANGE.because(
                detail, Map.of("licences", to.licences(), "subscription", before.id().toString()));
    }

    /** A minimum raised later binds only those who change to fewer licences than they have. */
    private void requireMinimum(SubscriptionState before, SubscribedProduct to, Product product) {
        boolean grandfathered =
                to.product().equals(before.product().product())
                        && to.licences() >= before.product().licences();
        if (!grandfathered) {
            products.requireMinimum(product, to.licences());
        }
    }

    /** A reduction that acts now cannot wait for anybody to unassign (billing.md R001-22). */
    private void requireUnassigned(SubscriptionState before, SubscribedProduct to, Mode mode) {
        int surplus = before.assigned().size() - to.licences();
        boolean now = mode != Mode.AT_PERIOD_END;
        if (surplus > 0
                && (now || circumstances.policy().changes().unassign() == Unassign.BEFORE)) {
            throw Rejection.LICENCES_STILL_ASSIGNED.because(
                    surplus + " licence(s) must be taken from their users first.",
                    Map.of("assigned", before.assigned().size(), "toUnassign", surplus),
                    "Unassign licences, then order again.");
        }
    }

    private SubscriptionState subscription(SubscriptionId id) {
        SubscriptionState subscription =
                book.find(id)
                        .orElseThrow(() ->
                                Rejection.SUBSCRIPTION_UNKNOWN.because(
                                        "The account has no such subscription.",
                                        Map.of("subscription", id.toString())));
        if (!subscription.isLive()) {
            throw Rejection.ALREADY_ENDED.because(
                    "The subscription has ended.", Map.of(), "Buy it again.");
        }
        if (subscription.cancellation() != null) {
            throw Rejection.CANCELLATION_PENDING.because(
                    "The subscription is cancelled and ends with its term.",
                    Map.of("endsOn", subscription.cancellation().endsOn()),
                    "Reactivate it first.");
        }
        return subscription;
    }

    /** Taking a scheduled change back moves nothing and goes with everything. */
    private static void requireOneTiming(List<PlannedChange> planned) {
        boolean mixed =
                planned.stream()
                                .filter(change -> !change.isWithdrawal())
                                .map(PlannedChange::isImmediate)
                                .distinct()
                                .count()
                        > 1;
        if (mixed) {
            throw ChangeRules.mixedTiming();
        }
    }
}
