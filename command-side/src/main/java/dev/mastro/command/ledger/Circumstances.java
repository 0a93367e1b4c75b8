package dev.mastro.command.ledger;

import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.SellerPolicy;
import dev.mastro.shared.account.PricedBy;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Everything a decision may look at beside the book and the command: who asks, when it counts, and
 * the rules and prices in force then. {@code now} is the instant of acceptance.
 */
public record Circumstances(Seller seller, Actor actor, LocalDate today, Instant now) {

    /** The policy in force. */
    public SellerPolicy policy() {
        return seller.policyOn(today);
    }

    /** The price list in force. */
    public Catalog catalog() {
        return seller.catalogOn(today);
    }

    /** The versions that an event decided now carries. */
    public PricedBy pricedBy() {
        return new PricedBy(policy().version(), catalog().version());
    }
}
