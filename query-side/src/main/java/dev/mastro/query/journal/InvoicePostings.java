package dev.mastro.query.journal;

import static dev.mastro.query.journal.LedgerAccount.ACCOUNTS_RECEIVABLE;
import static dev.mastro.query.journal.LedgerAccount.BAD_DEBT;
import static dev.mastro.query.journal.LedgerAccount.DEFERRED_REVENUE;
import static dev.mastro.query.journal.LedgerAccount.TAX_PAYABLE;

import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.invoice.LineNetted;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentDisputed;
import dev.mastro.shared.invoice.PaymentLost;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.invoice.PaymentRestored;
import dev.mastro.shared.invoice.RefundAllocated;
import java.util.List;
import org.joda.money.Money;

/** Which postings the facts of invoices cause (billing.md 5.2). */
final class InvoicePostings {

    private InvoicePostings() {}

    static List<Posting> of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> issued(e);
            case CreditNoteIssued e -> credited(e);
            case InvoiceVoided e -> voided(e);
            case InvoiceWrittenOff e -> writtenOff(e);
            case PaymentAllocated _,
                    CreditAllocated _,
                    LineNetted _,
                    RefundAllocated _,
                    PaymentMissed _,
                    PaymentDisputed _,
                    PaymentRestored _,
                    PaymentLost _ ->
                    List.of();
        };
    }

    /** P1 to P4: charges are deferred, credits take back what is left of the line they close. */
    private static List<Posting> issued(InvoiceIssued event) {
        Postings postings = new Postings();
        postings.debit(ACCOUNTS_RECEIVABLE, event.net().plus(event.tax()), event.invoiceId());
        for (InvoiceLine line : event.lines()) {
            Money net = line.amount().net();
            Money tax = line.amount().tax();
            switch (line.kind()) {
                case CHARGE -> {
                    String key = lineKey(event.invoiceId(), line.number());
                    postings.credit(DEFERRED_REVENUE, net, key);
                    postings.credit(TAX_PAYABLE, tax, key);
                }
                case CREDIT -> {
                    String key = creditedKey(event, line);
                    postings.debit(DEFERRED_REVENUE, net.negated(), key);
                    postings.debit(TAX_PAYABLE, tax.negated(), key);
                }
            }
        }
        return postings.toList();
    }

    /** P11, P16, P17: what was not paid is no longer owed, what was paid becomes credit. */
    private static List<Posting> credited(CreditNoteIssued event) {
        Postings postings = new Postings();
        for (CreditNoteLine line : event.lines()) {
            String key = lineKey(event.invoiceId(), line.lineNumber());
            postings.debit(DEFERRED_REVENUE, line.net(), key);
            postings.debit(TAX_PAYABLE, line.tax(), key);
        }
        postings.credit(ACCOUNTS_RECEIVABLE, event.cancelled(), event.invoiceId());
        for (CreditGrant grant : event.grants()) {
            LedgerAccount credit = AccountPostings.creditOf(grant.refundable());
            postings.credit(credit, grant.amount(), grant.grantId());
        }
        return postings.toList();
    }

    /** P27: the mirror of the invoice. */
    private static List<Posting> voided(InvoiceVoided event) {
        InvoiceId invoice = event.invoiceId();
        Postings postings = new Postings();
        postings.debit(DEFERRED_REVENUE, event.net(), invoice);
        postings.debit(TAX_PAYABLE, event.tax(), invoice);
        postings.credit(ACCOUNTS_RECEIVABLE, event.net().plus(event.tax()), invoice);
        return postings.toList();
    }

    /** P22, P23. */
    private static List<Posting> writtenOff(InvoiceWrittenOff event) {
        Postings postings = new Postings();
        Money lost = event.amount().minus(event.taxRelief());
        postings.debit(BAD_DEBT, lost, event.accountId());
        postings.debit(TAX_PAYABLE, event.taxRelief(), event.invoiceId());
        postings.credit(ACCOUNTS_RECEIVABLE, event.amount(), event.invoiceId());
        return postings.toList();
    }

    private static String creditedKey(InvoiceIssued event, InvoiceLine line) {
        LineReference credits = line.credits();
        if (credits == null) {
            throw new IllegalStateException(
                    event.number() + " line " + line.number() + " credits no line");
        }
        return lineKey(credits.invoiceId(), credits.lineNumber());
    }

    /** Of deferred revenue and tax alike: the line tells product, country and rate. */
    private static String lineKey(InvoiceId invoice, int lineNumber) {
        return invoice + "/" + lineNumber;
    }
}
