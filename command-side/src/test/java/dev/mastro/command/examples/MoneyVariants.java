package dev.mastro.command.examples;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.ArithmeticPolicy;
import dev.mastro.command.catalog.CancellationPolicy;
import dev.mastro.command.catalog.CancellationPolicy.RefundBasis;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.SellerPolicy;
import java.util.List;
import java.util.Optional;

/** Sellers like Zoom whose rules about money differ in one point. */
final class MoneyVariants {

    private MoneyVariants() {}

    /** Pays back what remains, within so many days after the billing. */
    static Seller prorating(int windowDays) {
        CancellationPolicy old = policy().cancellation();
        return with(
                new CancellationPolicy(
                        old.reasonRequired(),
                        old.reasons(),
                        old.endOfTermState(),
                        old.selfServiceRefund(),
                        RefundBasis.PRORATED_UNUSED,
                        Optional.of(windowDays)),
                policy().access(),
                policy().arithmetic());
    }

    /** Gets the tax of lost debts back, and lets lost debts block or not. */
    static Seller writingOff(boolean taxRelief, boolean stillBlocks) {
        AccessPolicy access = policy().access();
        ArithmeticPolicy arithmetic = policy().arithmetic();
        return with(
                policy().cancellation(),
                new AccessPolicy(
                        access.featureUnlock(),
                        access.heldOrderDays(),
                        access.outstandingInvoicesBlock(),
                        stillBlocks,
                        access.actors(),
                        access.terms(),
                        access.comeBack(),
                        access.closeFreeAccount(),
                        access.password()),
                new ArithmeticPolicy(arithmetic.dayCount(), arithmetic.rounding(), taxRelief));
    }

    private static SellerPolicy policy() {
        return BookFixture.seller("zoom").policies().getFirst();
    }

    private static Seller with(
            CancellationPolicy cancellation, AccessPolicy access, ArithmeticPolicy arithmetic) {
        Seller zoom = BookFixture.seller("zoom");
        SellerPolicy old = policy();
        SellerPolicy policy =
                new SellerPolicy(
                        old.version(),
                        old.from(),
                        old.changes(),
                        old.addOns(),
                        access,
                        old.credit(),
                        cancellation,
                        old.nonPayment(),
                        old.documents(),
                        arithmetic);
        return new Seller(
                zoom.code(),
                zoom.name(),
                zoom.state(),
                zoom.letterhead(),
                zoom.contacts(),
                zoom.taxRates(),
                List.of(policy),
                zoom.catalogs());
    }
}
