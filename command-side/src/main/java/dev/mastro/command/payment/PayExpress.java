package dev.mastro.command.payment;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pays an invoice with a card that nobody stores, without signing in; all that is left of it when
 * no amount is named, and never more.
 */
public record PayExpress(
        AccountId accountId,
        InvoiceId invoiceId,
        UUID paymentId,
        String token,
        @Nullable Money amount,
        Payment payment)
        implements PaidCommand {

    @Override
    public int successStatus() {
        return 201;
    }

    @Override
    public String chargeKey() {
        return "express:" + paymentId;
    }

    @Override
    public PayExpress withPayment(Payment made) {
        return new PayExpress(accountId, invoiceId, paymentId, token, amount, made);
    }
}
