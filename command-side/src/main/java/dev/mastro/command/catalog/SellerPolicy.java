package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import dev.mastro.command.catalog.ChangePolicy.Mode;
import java.time.LocalDate;

/**
 * The rules of one seller from {@code from} until its next policy begins (billing.md 1.6). Two rows
 * of that table are of the catalogue instead: the channel and the minimum licences of a plan.
 */
public record SellerPolicy(
        String version,
        LocalDate from,
        ChangePolicy changes,
        AddOnPolicy addOns,
        AccessPolicy access,
        CreditPolicy credit,
        CancellationPolicy cancellation,
        NonPaymentPolicy nonPayment,
        DocumentPolicy documents,
        ArithmeticPolicy arithmetic)
        implements Dated {

    public SellerPolicy {
        requireText(version, "version");
        boolean capacityOffered = changes.addOnCapacityChange().mode() != Mode.NOT_OFFERED;
        require(
                addOns.offered() || !capacityOffered,
                "changes.addOnCapacityChange.mode",
                "must be NOT_OFFERED when addOns.firstPeriod is NOT_OFFERED");
    }
}
