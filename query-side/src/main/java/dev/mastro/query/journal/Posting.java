package dev.mastro.query.journal;

import org.joda.money.Money;

/**
 * A positive amount on one side of a ledger account; {@code key} names what it is kept for in the
 * sub-ledger (billing.md 5.1), such as the invoice of a receivable.
 */
public record Posting(Side side, LedgerAccount ledgerAccount, Money amount, String key) {

    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a posting is positive: " + amount);
        }
    }

    String currency() {
        return amount.getCurrencyUnit().getCode();
    }

    /** Minor units, debits positive and credits negative. */
    long signedMinor() {
        long minor = amount.getAmountMinorLong();
        return side == Side.DEBIT ? minor : -minor;
    }
}
