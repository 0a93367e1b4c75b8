package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AddOnPolicy;
import dev.mastro.command.catalog.AddOnPolicy.ConflictScope;
import dev.mastro.command.catalog.AddOnPolicy.CycleConflict;
import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What may be sold to an account: products, prices, minimums, and what may stand beside what. */
final class ProductRules {

    private final Book book;
    private final Circumstances circumstances;

    private final List<String> startedPlans;

    /** {@code startedPlans} are those of the same order: an add-on may stand on one of them. */
    ProductRules(Book book, Circumstances circumstances, List<String> startedPlans) {
        this.book = book;
        this.circumstances = circumstances;
        this.startedPlans = startedPlans;
    }

    Product product(String code) {
        return catalog()
                .find(code)
                .orElseThrow(() ->
                        Rejection.PRODUCT_UNKNOWN.because(
                                "There is no product " + code + ".", Map.of("product", code)));
    }

    Money price(Product product, BillingCycle cycle) {
        if (!product.cycles().contains(cycle)) {
            throw Rejection.CYCLE_NOT_OFFERED.because(
                    product.code() + " is not sold in this cycle.",
                    Map.of("product", product.code(), "offered", product.cycles().toString()));
        }
        return product.price(cycle, book.account().currency())
                .orElseThrow(() ->
                        Rejection.CURRENCY_NOT_OFFERED.because(
                                product.code() + " has no price in this currency.",
                                Map.of("currency", book.account().currency().getCode())));
    }

    static void requireQuantity(int licences) {
        if (licences < 1) {
            throw Rejection.INVALID_QUANTITY.because(
                    "The total of licences must be at least 1.", Map.of("licences", licences));
        }
    }

    /** billing.md R001-09, R001-10. */
    void requireMinimum(Product product, int licences) {
        requireQuantity(licences);
        if (licences < product.minimumLicences()) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("minimum", product.minimumLicences());
            facts.put("licences", licences);
            Optional<String> alternative = product.alternative();
            alternative.ifPresent(code -> facts.put("alternative", code));
            throw Rejection.BELOW_PLAN_MINIMUM.because(
                    product.code() + " needs at least " + product.minimumLicences() + " licences.",
                    facts,
                    alternative
                            .map(code -> "For more participants, add " + code + " instead.")
                            .orElse("Order the minimum or more."));
        }
    }

    /** Whether a product may be bought beside what the account holds. */
    void requireSellable(Product product, BillingCycle cycle) {
        OrderingRules.requireChannel(product.channel(), circumstances);
        if (product.kind() == ProductKind.PLAN) {
            requireNotHeld(product);
        } else if (cycle.renews()) {
            requireAddOn(product, cycle, null);
        } else {
            requireOneMonth(product);
        }
    }

    /** Whether an add-on may be held in this cycle; {@code except} is the one being switched. */
    void requireAddOn(Product product, BillingCycle cycle, @Nullable SubscriptionId except) {
        AddOnPolicy policy = circumstances.policy().addOns();
        if (!policy.offered()) {
            throw Rejection.CHANGE_NOT_OFFERED.because("Add-ons are not sold by this seller.");
        }
        if (!product.needsPlan().isEmpty() && !hasPlanFor(product)) {
            throw Rejection.PLAN_REQUIRED.because(
                    product.code() + " needs a plan beside it.",
                    Map.of("plans", product.needsPlan()),
                    "Order one of the plans first, or in the same order.");
        }
        if (policy.cycleConflict() == CycleConflict.REFUSE) {
            book.live().stream()
                    .filter(held -> !held.id().equals(except))
                    .filter(held -> conflicts(held, product, cycle, policy))
                    .findFirst()
                    .ifPresent(held -> refuseCycles(held, product));
        }
    }

    private boolean hasPlanFor(Product addOn) {
        return basePlan(addOn).isPresent()
                || startedPlans.stream().anyMatch(addOn.needsPlan()::contains);
    }

    /** The plan whose anchor an add-on follows, if the account holds one. */
    Optional<SubscriptionState> basePlan(Product addOn) {
        return book.live().stream()
                .filter(held -> isPlan(held.product().product()))
                .filter(held ->
                        addOn.needsPlan().isEmpty()
                                || addOn.needsPlan().contains(held.product().product()))
                .findFirst();
    }

    private boolean conflicts(
            SubscriptionState held, Product product, BillingCycle cycle, AddOnPolicy policy) {
        BillingCycle other = held.product().cycle();
        if (!other.renews() || other == cycle) {
            return false;
        }
        boolean same = held.product().product().equals(product.code());
        return policy.conflictScope() == ConflictScope.FAMILY
                ? same || familyOf(held).equals(Optional.of(product.family()))
                : same;
    }

    private static void refuseCycles(SubscriptionState held, Product product) {
        throw Rejection.ADDON_CYCLE_CONFLICT.because(
                "The same add-on cannot be held in two billing cycles.",
                Map.of("product", product.code(), "subscription", held.id().toString()),
                "Switch the cycle of the one you have.");
    }

    private void requireNotHeld(Product plan) {
        book.live().stream()
                .filter(held -> held.product().product().equals(plan.code()))
                .findFirst()
                .ifPresent(held -> {
                    throw Rejection.ALREADY_SUBSCRIBED.because(
                            "The account has this plan.",
                            Map.of("subscription", held.id().toString()),
                            "Change the number of licences of the subscription.");
                });
    }

    private void requireOneMonth(Product product) {
        if (circumstances.policy().addOns().oneMonthProducts()
                == AddOnPolicy.OneMonthProducts.NOT_OFFERED) {
            throw Rejection.CHANGE_NOT_OFFERED.because(
                    product.code() + ": one-month products are not sold by this seller.");
        }
    }

    private Optional<String> familyOf(SubscriptionState held) {
        return catalog().find(held.product().product()).map(Product::family);
    }

    private boolean isPlan(String code) {
        return catalog().find(code).filter(p -> p.kind() == ProductKind.PLAN).isPresent();
    }

    private Catalog catalog() {
        return circumstances.catalog();
    }
}
