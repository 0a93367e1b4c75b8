package dev.mastro.shared.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.subscription.SubscriptionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A priced row on an invoice, numbered from 1. A credit points at the line it gives back, and
 * carries the account credit that had settled that: whatever gives it back again gives it back to
 * where it was (billing.md RF-3).
 */
public record InvoiceLine(
        int number,
        SubscriptionId subscriptionId,
        String product,
        LineKind kind,
        LineBasis basis,
        LineAmount amount,
        @Nullable LineReference credits,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CreditGrant> carries) {

    /** A line that carries no account credit. */
    public InvoiceLine(
            int number,
            SubscriptionId subscriptionId,
            String product,
            LineKind kind,
            LineBasis basis,
            LineAmount amount,
            @Nullable LineReference credits) {
        this(number, subscriptionId, product, kind, basis, amount, credits, null);
    }

    /** The same line, carrying credit; none is not told. */
    public InvoiceLine carrying(List<CreditGrant> credit) {
        return new InvoiceLine(
                number,
                subscriptionId,
                product,
                kind,
                basis,
                amount,
                credits,
                credit.isEmpty() ? null : List.copyOf(credit));
    }

    /** The account credit in what it gives back. */
    public List<CreditGrant> carried() {
        return carries == null ? List.of() : carries;
    }
}
