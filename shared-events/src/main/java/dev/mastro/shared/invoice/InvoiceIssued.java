package dev.mastro.shared.invoice;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PricedBy;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The invoice became a legal document: {@code net} plus {@code tax} is owed by {@code dueOn}. Later
 * corrections are credit notes, never edits.
 */
@Revision("1")
public record InvoiceIssued(
        InvoiceId invoiceId,
        AccountId accountId,
        String number,
        List<InvoiceLine> lines,
        Money net,
        Money tax,
        LocalDate dueOn,
        PricedBy pricedBy,
        LocalDate effectiveOn)
        implements InvoiceEvent {}
