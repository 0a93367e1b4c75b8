package dev.mastro.command.ordering;

import dev.mastro.command.payment.PaidCommand;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places the changes as one order. {@code quote} is what the customer was shown, if anything;
 * {@code agreedOn} is for support and finance, who record what was agreed earlier.
 */
public record PlaceOrder(
        AccountId accountId,
        OrderId orderId,
        List<OrderChange> changes,
        @Nullable QuoteToken quote,
        @Nullable String acceptTerms,
        @Nullable LocalDate agreedOn,
        Payment payment)
        implements PaidCommand {

    @Override
    public int successStatus() {
        return 201;
    }

    @Override
    public String chargeKey() {
        return "order:" + orderId;
    }

    @Override
    public PlaceOrder withPayment(Payment made) {
        return new PlaceOrder(accountId, orderId, changes, quote, acceptTerms, agreedOn, made);
    }
}
