package dev.mastro.command.examples;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.AccessPolicy.FeatureUnlock;
import dev.mastro.command.catalog.AddOnPolicy;
import dev.mastro.command.catalog.AddOnPolicy.ConflictScope;
import dev.mastro.command.catalog.ChangePolicy;
import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ChangePolicy.Rule;
import dev.mastro.command.catalog.ChangePolicy.Unassign;
import dev.mastro.command.catalog.OrderChannel;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.SellerPolicy;
import java.util.List;

/** Sellers that differ in one value from a shipped one: the alternatives of billing.md 1.6. */
public final class Variants {

    private Variants() {}

    public static BookFixture zoomUnassignByRenewal() {
        Seller zoom = BookFixture.seller("zoom");
        ChangePolicy changes = policy(zoom).changes();
        return fixture(
                zoom,
                new ChangePolicy(
                        changes.licenceIncrease(),
                        changes.licenceDecrease(),
                        changes.planUpgrade(),
                        changes.planDowngrade(),
                        changes.cycleSwitch(),
                        changes.addOnCapacityChange(),
                        Unassign.BY_RENEWAL),
                policy(zoom).addOns(),
                policy(zoom).access());
    }

    public static BookFixture zoomFamilyConflicts() {
        Seller zoom = BookFixture.seller("zoom");
        AddOnPolicy addOns = policy(zoom).addOns();
        return fixture(
                zoom,
                policy(zoom).changes(),
                new AddOnPolicy(
                        addOns.firstPeriod(),
                        addOns.oneMonthProducts(),
                        addOns.cycleConflict(),
                        ConflictScope.FAMILY,
                        addOns.annualOnMonthlyPlan(),
                        addOns.endWithPlan()),
                policy(zoom).access());
    }

    public static BookFixture zoomRefusingAnnualAddOnsOnMonthlyPlans() {
        Seller zoom = BookFixture.seller("zoom");
        AddOnPolicy addOns = policy(zoom).addOns();
        return fixture(
                zoom,
                policy(zoom).changes(),
                new AddOnPolicy(
                        addOns.firstPeriod(),
                        addOns.oneMonthProducts(),
                        addOns.cycleConflict(),
                        addOns.conflictScope(),
                        AddOnPolicy.AnnualOnMonthlyPlan.REFUSE,
                        addOns.endWithPlan()),
                policy(zoom).access());
    }

    public static BookFixture goToKeepingTheAnchor() {
        Seller seller = BookFixture.seller("goto");
        ChangePolicy changes = policy(seller).changes();
        return fixture(
                seller,
                new ChangePolicy(
                        changes.licenceIncrease(),
                        new Rule(Mode.KEEP_ANCHOR_CREDIT, OrderChannel.SELF_SERVICE),
                        changes.planUpgrade(),
                        changes.planDowngrade(),
                        changes.cycleSwitch(),
                        changes.addOnCapacityChange(),
                        changes.unassign()),
                policy(seller).addOns(),
                policy(seller).access());
    }

    /** A GoTo that lets orders of accounts on invoice terms take effect before they are paid. */
    public static BookFixture goToUnlockingOnOrder() {
        Seller seller = BookFixture.seller("goto");
        AccessPolicy access = policy(seller).access();
        BookFixture fixture =
                fixture(
                        seller,
                        policy(seller).changes(),
                        policy(seller).addOns(),
                        new AccessPolicy(
                                FeatureUnlock.ON_ORDER,
                                access.heldOrderDays(),
                                access.outstandingInvoicesBlock(),
                                access.writtenOffStillBlocks(),
                                access.actors(),
                                access.terms(),
                                access.comeBack(),
                                access.closeFreeAccount(),
                                access.password()));
        return new BookFixture(
                fixture.circumstances().seller(),
                BookFixture.onInvoice(fixture.book().account().profile()));
    }

    public static BookFixture zoomClosingThroughSupport() {
        Seller zoom = BookFixture.seller("zoom");
        AccessPolicy access = policy(zoom).access();
        return fixture(
                zoom,
                policy(zoom).changes(),
                policy(zoom).addOns(),
                new AccessPolicy(
                        access.featureUnlock(),
                        access.heldOrderDays(),
                        access.outstandingInvoicesBlock(),
                        access.writtenOffStillBlocks(),
                        access.actors(),
                        access.terms(),
                        access.comeBack(),
                        false,
                        access.password()));
    }

    /** Every change of plan or licences acts at once and keeps the anchor. */
    public static BookFixture allAtOnceIn(String country) {
        Seller zoom = BookFixture.seller("zoom");
        ChangePolicy changes = policy(zoom).changes();
        Rule down = new Rule(Mode.KEEP_ANCHOR_CREDIT, OrderChannel.SELF_SERVICE);
        BookFixture fixture =
                fixture(
                        zoom,
                        new ChangePolicy(
                                changes.licenceIncrease(),
                                down,
                                changes.planUpgrade(),
                                down,
                                changes.cycleSwitch(),
                                changes.addOnCapacityChange(),
                                changes.unassign()),
                        policy(zoom).addOns(),
                        policy(zoom).access());
        return new BookFixture(
                fixture.circumstances().seller(),
                BookFixture.profile("zoom", country, "EUR", "Europe/Rome"));
    }

    private static SellerPolicy policy(Seller seller) {
        return seller.policies().getFirst();
    }

    private static BookFixture fixture(
            Seller seller, ChangePolicy changes, AddOnPolicy addOns, AccessPolicy access) {
        SellerPolicy old = policy(seller);
        SellerPolicy policy =
                new SellerPolicy(
                        old.version(),
                        old.from(),
                        changes,
                        addOns,
                        access,
                        old.credit(),
                        old.cancellation(),
                        old.nonPayment(),
                        old.documents(),
                        old.arithmetic());
        Seller changed =
                new Seller(
                        seller.code(),
                        seller.name(),
                        seller.state(),
                        seller.letterhead(),
                        seller.contacts(),
                        seller.taxRates(),
                        List.of(policy),
                        seller.catalogs());
        return new BookFixture(
                changed, BookFixture.profile(seller.code(), "US", "USD", "America/New_York"));
    }
}
