package dev.mastro.command.dunning;

import dev.mastro.command.payment.PaidCommand;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;

/**
 * Tries to collect what is left of an invoice from the stored payment method, on the day the
 * dunning plan says. A repeat, or an invoice that was settled meanwhile, does nothing.
 */
public record CollectInvoice(
        AccountId accountId, InvoiceId invoiceId, LocalDate attemptOn, Payment payment)
        implements PaidCommand {

    @Override
    public LocalDate agreedOn() {
        return attemptOn;
    }

    @Override
    public String chargeKey() {
        return "collect:" + invoiceId + ":" + attemptOn;
    }

    @Override
    public CollectInvoice withPayment(Payment made) {
        return new CollectInvoice(accountId, invoiceId, attemptOn, made);
    }
}
