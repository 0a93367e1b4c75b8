package dev.mastro.command.ordering;

import dev.mastro.command.catalog.ChangePolicy;
import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ChangePolicy.Rule;
import dev.mastro.command.catalog.ChangePolicy.Unassign;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
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
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Turns the list of changes into what becomes of each subscription. Several changes of one
 * subscription are one change to the last total (billing.md R001-27).
 */
final class ChangePlanning {

    private final Book book;
    private final Circumstances circumstances;
    private final ProductRules products;

    ChangePlanning(Book book, Circumstances circumstances, List<OrderChange> changes) {
        this.book = book;
        this.circumstances = circumstances;
        List<String> started =
                changes.stream()
                        .filter(change -> change.type() == ChangeType.START)
                        .flatMap(change -> Stream.ofNullable(change.product()))
                        .toList();
        this.products = new ProductRules(book, circumstances, started);
    }

    List<PlannedChange> plan(List<OrderChange> changes, UUID orderId) {
        List<PlannedChange> planned = new ArrayList<>();
        Map<SubscriptionId, SubscribedProduct> targets = new LinkedHashMap<>();
        for (OrderChange change : changes) {
            switch (change.type()) {
                case START -> planned.add(start(change, orderId, planned.size()));
                case ADJUST_LICENCES, CHANGE_PRODUCT, SWITCH_CYCLE ->
                        targets.compute(
                                Objects.requireNonNull(change.subscription()),
                                (id, before) -> target(subscription(id), before, change));
            }
        }
        targets.forEach((id, to) -> planned.add(change(subscription(id), to)));
        requireOneTiming(planned);
        return List.copyOf(planned);
    }

    private PlannedChange start(OrderChange change, UUID orderId, int position) {
        Product product = products.product(Objects.requireNonNull(change.product()));
        BillingCycle cycle = Objects.requireNonNull(change.cycle());
        int licences = Objects.requireNonNull(change.licences());
        products.requireMinimum(product, licences);
        Money price = products.price(product, cycle);
        products.requireSellable(product, cycle);
        SubscriptionId id = new SubscriptionId(DerivedIds.of(orderId, "subscription-" + position));
        SubscribedProduct to = new SubscribedProduct(product.code(), cycle, licences, price);
        return new PlannedChange(id, null, to, Mode.RESTART_PERIOD);
    }

    private SubscribedProduct target(
            SubscriptionState subscription,
            @Nullable SubscribedProduct before,
            OrderChange change) {
        SubscribedProduct from = before == null ? subscription.product() : before;
        int licences = change.licences() == null ? from.licences() : change.licences();
        return switch (change.type()) {
            case ADJUST_LICENCES ->
                    new SubscribedProduct(from.product(), from.cycle(), licences, from.unitPrice());
            case CHANGE_PRODUCT ->
                    exchanged(from, Objects.requireNonNull(change.product()), licences);
            case SWITCH_CYCLE ->
                    switched(subscription, from, Objects.requireNonNull(change.cycle()), licences);
            case START -> throw new IllegalStateException("starts have no subscription");
        };
    }

    private SubscribedProduct exchanged(SubscribedProduct from, String code, int licences) {
        Product to = products.product(code);
        if (to.code().equals(from.product())) {
            return new SubscribedProduct(from.product(), from.cycle(), licences, from.unitPrice());
        }
        if (!to.exchangeableWith(products.product(from.product()))) {
            throw Rejection.PRODUCT_NOT_EXCHANGEABLE.because(
                    from.product() + " cannot be changed into " + code + ".",
                    Map.of("from", from.product(), "to", code),
                    "Order it beside the one you have.");
        }
        return new SubscribedProduct(
                code, from.cycle(), licences, products.price(to, from.cycle()));
    }

    private SubscribedProduct switched(
            SubscriptionState subscription,
            SubscribedProduct from,
            BillingCycle cycle,
            int licences) {
        Product product = products.product(from.product());
        if (cycle == from.cycle()) {
            return new SubscribedProduct(from.product(), cycle, licences, from.unitPrice());
        }
        Money price = products.price(product, cycle);
        if (product.kind() == ProductKind.ADD_ON) {
            products.requireAddOn(product, cycle, subscription.id());
        }
        return new SubscribedProduct(from.product(), cycle, licences, price);
    }

    private PlannedChange change(SubscriptionState before, SubscribedProduct to) {
        ProductRules.requireQuantity(to.licences());
        if (to.equals(before.product())) {
            return withdrawal(before, to);
        }
        Rule rule = ruleFor(before.product(), to);
        if (rule.mode() == Mode.NOT_OFFERED) {
            throw Rejection.CHANGE_NOT_OFFERED.because("This seller does not offer this change.");
        }
        Product product = products.product(to.product());
        requireMinimum(before, to, product);
        OrderingRules.requireChannel(rule.channel(), circumstances);
        OrderingRules.requireChannel(product.channel(), circumstances);
        requireUnassigned(before, to);
        return new PlannedChange(before.id(), before, to, rule.mode());
    }

    private static PlannedChange withdrawal(SubscriptionState before, SubscribedProduct to) {
        if (before.pending() == null) {
            throw Rejection.NO_CHANGE.because(
                    "The subscription is like this already.",
                    Map.of("licences", to.licences(), "subscription", before.id().toString()));
        }
        return new PlannedChange(before.id(), before, to, Mode.AT_PERIOD_END);
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

    private Rule ruleFor(SubscribedProduct from, SubscribedProduct to) {
        ChangePolicy changes = circumstances.policy().changes();
        if (from.cycle() != to.cycle()) {
            return changes.cycleSwitch();
        }
        if (!from.product().equals(to.product())) {
            return productRule(products.product(from.product()), products.product(to.product()));
        }
        return to.licences() > from.licences()
                ? changes.licenceIncrease()
                : changes.licenceDecrease();
    }

    /** Less capacity of an add-on is a reduction like any other (billing.md R001-43). */
    private Rule productRule(Product from, Product to) {
        ChangePolicy changes = circumstances.policy().changes();
        boolean up = to.rank() > from.rank();
        if (from.kind() == ProductKind.ADD_ON) {
            return up ? changes.addOnCapacityChange() : changes.licenceDecrease();
        }
        return up ? changes.planUpgrade() : changes.planDowngrade();
    }

    private void requireUnassigned(SubscriptionState before, SubscribedProduct to) {
        int surplus = before.assigned().size() - to.licences();
        if (surplus > 0 && circumstances.policy().changes().unassign() == Unassign.BEFORE) {
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

    private static void requireOneTiming(List<PlannedChange> planned) {
        if (planned.stream().map(PlannedChange::isImmediate).distinct().count() > 1) {
            throw Rejection.MIXED_TIMING.because(
                    "Some of these changes act now, others at the end of the period.",
                    Map.of(),
                    "Place two orders.");
        }
    }
}
