package dev.mastro.command.ordering;

import dev.mastro.command.catalog.AddOnPolicy;
import dev.mastro.command.catalog.AddOnPolicy.AnnualOnMonthlyPlan;
import dev.mastro.command.catalog.AddOnPolicy.ConflictScope;
import dev.mastro.command.catalog.AddOnPolicy.CycleConflict;
import dev.mastro.command.catalog.AddOnPolicy.OneMonthProducts;
import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the account holds once the whole order is through, so that the changes of one order are
 * judged beside each other as well.
 */
final class Holdings {

    private final Map<SubscriptionId, SubscribedProduct> held;
    private final Catalog catalog;
    private final AddOnPolicy policy;

    private Holdings(Map<SubscriptionId, SubscribedProduct> held, Circumstances circumstances) {
        this.held = held;
        this.catalog = circumstances.catalog();
        this.policy = circumstances.policy().addOns();
    }

    static Holdings after(Book book, List<PlannedChange> planned, Circumstances circumstances) {
        Map<SubscriptionId, SubscribedProduct> held = new LinkedHashMap<>();
        for (SubscriptionState one : book.live()) {
            held.put(one.id(), one.product());
        }
        planned.forEach(change -> held.put(change.subscriptionId(), change.to()));
        return new Holdings(held, circumstances);
    }

    /** Refuses what may not stand beside the rest; other numbers of licences always may. */
    void requireAllowed(PlannedChange change) {
        SubscribedProduct to = change.to();
        boolean licencesOnly =
                change.before() != null
                        && change.before().product().product().equals(to.product())
                        && change.before().product().cycle() == to.cycle();
        if (licencesOnly) {
            return;
        }
        Product product = catalog.find(to.product()).orElseThrow();
        if (product.kind() == ProductKind.PLAN) {
            requireOnce(change.subscriptionId(), product);
        } else if (to.cycle().renews()) {
            requireAddOn(change.subscriptionId(), product, to.cycle());
        } else if (policy.oneMonthProducts() == OneMonthProducts.NOT_OFFERED) {
            throw Rejection.CHANGE_NOT_OFFERED.because(
                    product.code() + ": one-month products are not sold by this seller.");
        }
    }

    /** Add-ons that lose the last plan they may stand on when its period ends (PLAN-5). */
    static List<Quote.Conflict> conflicts(Book book, Catalog catalog) {
        List<String> plans =
                book.live().stream()
                        .flatMap(one -> Stream.ofNullable(one.renewsAs()))
                        .map(SubscribedProduct::product)
                        .toList();
        List<Quote.Conflict> conflicts = new ArrayList<>();
        for (SubscriptionState one : book.live()) {
            String product = one.product().product();
            List<String> needed = catalog.find(product).map(Product::needsPlan).orElse(List.of());
            if (!needed.isEmpty() && needed.stream().noneMatch(plans::contains)) {
                conflicts.add(new Quote.Conflict(one.id(), product, lastDayOf(needed, one, book)));
            }
        }
        return List.copyOf(conflicts);
    }

    private static LocalDate lastDayOf(List<String> plans, SubscriptionState addOn, Book book) {
        return book.live().stream()
                .filter(one -> plans.contains(one.product().product()))
                .map(one -> one.line().period().end())
                .max(Comparator.naturalOrder())
                .orElse(addOn.line().period().end());
    }

    private void requireOnce(SubscriptionId id, Product plan) {
        held.forEach((other, product) -> {
            if (!other.equals(id) && product.product().equals(plan.code())) {
                throw Rejection.ALREADY_SUBSCRIBED.because(
                        "The account has this plan.",
                        Map.of("subscription", other.toString()),
                        "Change the number of licences of the subscription.");
            }
        });
    }

    private void requireAddOn(SubscriptionId id, Product product, BillingCycle cycle) {
        if (!policy.offered()) {
            throw Rejection.CHANGE_NOT_OFFERED.because("Add-ons are not sold by this seller.");
        }
        requirePlan(product, cycle);
        if (policy.cycleConflict() == CycleConflict.REFUSE) {
            held.forEach((other, beside) -> {
                if (!other.equals(id) && conflicts(beside, product, cycle)) {
                    throw Rejection.ADDON_CYCLE_CONFLICT.because(
                            "The same add-on cannot be held in two billing cycles.",
                            Map.of("product", product.code(), "subscription", other.toString()),
                            "Switch the cycle of the one you have.");
                }
            });
        }
    }

    private void requirePlan(Product addOn, BillingCycle cycle) {
        if (addOn.needsPlan().isEmpty()) {
            return;
        }
        List<SubscribedProduct> plans =
                held.values().stream()
                        .filter(one -> addOn.needsPlan().contains(one.product()))
                        .toList();
        if (plans.isEmpty()) {
            throw Rejection.PLAN_REQUIRED.because(
                    addOn.code() + " needs a plan beside it.",
                    Map.of("plans", addOn.needsPlan()),
                    "Order one of the plans first, or in the same order.");
        }
        if (cycle == BillingCycle.ANNUAL
                && policy.annualOnMonthlyPlan() == AnnualOnMonthlyPlan.REFUSE
                && plans.stream().noneMatch(plan -> plan.cycle() == BillingCycle.ANNUAL)) {
            throw Rejection.CYCLE_NOT_OFFERED.because(
                    addOn.code() + " is not sold for a year beside a monthly plan.",
                    Map.of(
                            "product",
                            addOn.code(),
                            "offered",
                            List.of(BillingCycle.MONTHLY.name())),
                    "Order it monthly, or switch the plan to annual first.");
        }
    }

    private boolean conflicts(SubscribedProduct beside, Product product, BillingCycle cycle) {
        if (!beside.cycle().renews() || beside.cycle() == cycle) {
            return false;
        }
        boolean same = beside.product().equals(product.code());
        return policy.conflictScope() == ConflictScope.FAMILY
                ? same || familyOf(beside).equals(Optional.of(product.family()))
                : same;
    }

    private Optional<String> familyOf(SubscribedProduct beside) {
        return catalog.find(beside.product()).map(Product::family);
    }
}
