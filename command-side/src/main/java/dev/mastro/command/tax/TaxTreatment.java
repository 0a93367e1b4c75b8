package dev.mastro.command.tax;

import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.invoice.TaxMention;
import dev.mastro.shared.money.TaxRate;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the charges of a document are taxed, and what it must say about that. A document keeps its
 * treatment whatever the customer tells later (billing.md TX-1).
 */
public record TaxTreatment(TaxRate rate, @Nullable TaxMention mention, RoundingMode rounding) {

    /** A rate, rounded half up, with nothing to mention. */
    public static TaxTreatment at(TaxRate rate) {
        return new TaxTreatment(rate, null, RoundingMode.HALF_UP);
    }

    /** The treatment of a document issued to this account on the day that counts. */
    public static TaxTreatment of(AccountState account, Circumstances circumstances) {
        RoundingMode rounding = circumstances.policy().arithmetic().rounding().mode();
        if (isReverseCharged(account, circumstances.seller().state())) {
            return new TaxTreatment(TaxRate.ZERO, TaxMention.REVERSE_CHARGE, rounding);
        }
        TaxRate rate = circumstances.seller().taxRateFor(account.country(), circumstances.today());
        return new TaxTreatment(rate, null, rounding);
    }

    /** Whether a VAT number would change what the customer pays (billing.md R004-13). */
    public static boolean wouldHelp(AccountState account, Circumstances circumstances) {
        String state = circumstances.seller().state();
        return isAcrossTheUnion(account, state) && !isReverseCharged(account, state);
    }

    /** The tax on a net amount. */
    public Money on(Money net) {
        return rate.on(net, rounding);
    }

    private static boolean isReverseCharged(AccountState account, String sellerState) {
        BillingDetails details = account.customer().details();
        return details != null
                && isAcrossTheUnion(account, sellerState)
                && VatNumbers.fits(account.country(), details.vatNumber());
    }

    private static boolean isAcrossTheUnion(AccountState account, String sellerState) {
        return VatNumbers.isUnionState(sellerState)
                && VatNumbers.isUnionState(account.country())
                && !account.country().equals(sellerState);
    }
}
