package dev.mastro.command.refund;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.RefundId;
import org.joda.money.Money;

/** Pays back what is left of a payment, or a part of it (billing.md RF-6). */
public record RefundPayment(
        AccountId accountId, String reference, RefundId refundId, Money amount, String reason)
        implements LedgerCommand {

    @Override
    public int successStatus() {
        return 201;
    }

    @Override
    public boolean looksBack() {
        return true;
    }
}
