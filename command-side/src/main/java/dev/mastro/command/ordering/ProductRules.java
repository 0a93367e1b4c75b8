package dev.mastro.command.ordering;

import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** What may be sold to an account: products, prices and minimums. */
final class ProductRules {

    private static final int MOST_LICENCES = 1_000_000;

    private final Book book;
    private final Circumstances circumstances;

    ProductRules(Book book, Circumstances circumstances) {
        this.book = book;
        this.circumstances = circumstances;
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
        if (licences < 1 || licences > MOST_LICENCES) {
            throw Rejection.INVALID_QUANTITY.because(
                    "The total of licences must be from 1 to " + MOST_LICENCES + ".",
                    Map.of("licences", licences, "max", MOST_LICENCES));
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

    /** The plan whose anchor an add-on follows, if the account holds one. */
    Optional<SubscriptionState> basePlan(Product addOn) {
        return book.live().stream()
                .filter(held -> isPlan(held.product().product()))
                .filter(held ->
                        addOn.needsPlan().isEmpty()
                                || addOn.needsPlan().contains(held.product().product()))
                .findFirst();
    }

    private boolean isPlan(String code) {
        return catalog().find(code).filter(p -> p.kind() == ProductKind.PLAN).isPresent();
    }

    private Catalog catalog() {
        return circumstances.catalog();
    }
}
