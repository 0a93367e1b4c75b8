package dev.mastro.command.payment;

import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money arrived outside, once under {@code reference}. It settles {@code invoice} if one is named,
 * else the oldest debts; the value date is when it counts (billing.md C10, C15).
 */
public record ReceivePayment(
        AccountId accountId,
        Money amount,
        @Nullable InvoiceId invoice,
        String reference,
        @Nullable LocalDate valueDate,
        PaymentWay method)
        implements LedgerCommand {

    @Override
    public int successStatus() {
        return 201;
    }
}
