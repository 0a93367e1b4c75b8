package dev.mastro.command.ledger;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.Catalog;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.SellerPolicy;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Everything a decision may look at beside the book and the command: who asks, when it counts, and
 * the rules and prices in force then. {@code now} is the instant of acceptance.
 */
public record Circumstances(Seller seller, Actor actor, LocalDate today, Instant now) {

    /** The same, with the actor bound by the roles that the account gave to its users. */
    public Circumstances on(AccountState account) {
        return new Circumstances(seller, actor.on(account.customer().roles()), today, now);
    }

    /** Whether the actor has a right under the policy in force. */
    public boolean actorMay(ActorRight right) {
        AccessPolicy access = policy().access();
        return actor.roles().stream().allMatch(role -> access.may(right, role));
    }

    /** The policy in force. */
    public SellerPolicy policy() {
        return seller.policyOn(today);
    }

    /** The price list in force. */
    public Catalog catalog() {
        return seller.catalogOn(today);
    }

    /**
     * The local time from which it counts: that of acceptance, or the first moment of an earlier
     * day.
     */
    public LocalTime time(ZoneId zone) {
        boolean accepted = WallClock.dateAt(now, zone).equals(today);
        return accepted ? LocalTime.ofInstant(now, zone) : LocalTime.MIDNIGHT;
    }

    /** The same as of an earlier moment of the day, at which a quote was made. */
    public Circumstances at(Instant earlier) {
        return new Circumstances(seller, actor, today, earlier);
    }

    /** The versions that an event decided now carries. */
    public PricedBy pricedBy() {
        return new PricedBy(policy().version(), catalog().version());
    }
}
