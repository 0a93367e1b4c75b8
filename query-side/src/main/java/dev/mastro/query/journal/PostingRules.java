package dev.mastro.query.journal;

import static dev.mastro.query.journal.LedgerAccount.ACCOUNTS_RECEIVABLE;
import static dev.mastro.query.journal.LedgerAccount.CUSTOMER_CREDIT;
import static dev.mastro.query.journal.LedgerAccount.CUSTOMER_CREDIT_NOT_REFUNDABLE;
import static dev.mastro.query.journal.LedgerAccount.DEFERRED_REVENUE;
import static dev.mastro.query.journal.LedgerAccount.GOODWILL;
import static dev.mastro.query.journal.LedgerAccount.PROVIDER_UNSETTLED;
import static dev.mastro.query.journal.LedgerAccount.REFUNDS_IN_TRANSIT;
import static dev.mastro.query.journal.LedgerAccount.TAX_PAYABLE;
import static dev.mastro.query.journal.LedgerAccount.UNAPPLIED_CASH;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PasswordChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.account.TimeZoneChanged;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.util.List;
import org.joda.money.Money;

/**
 * Which postings each fact causes (billing.md 5.2). A fact without postings says so with an empty
 * list; a new fact does not compile before it is decided here. Revenue is no fact but the passing
 * of days (P10): see {@link RevenueLine}.
 */
final class PostingRules {

    /** The one provider there is; a transfer is matched at the bank like its payouts are. */
    private static final String PROVIDER = "provider";

    private PostingRules() {}

    static List<Posting> postingsFor(LedgerEvent event) {
        return switch (event) {
            case AccountEvent e -> postingsFor(e);
            case SubscriptionEvent e -> postingsFor(e);
            case InvoiceEvent e -> postingsFor(e);
            case DocumentEvent e -> postingsFor(e);
            default -> throw new IllegalArgumentException("of no family: " + event);
        };
    }

    private static List<Posting> postingsFor(AccountEvent event) {
        return switch (event) {
            case PaymentReceived e -> received(e);
            case CreditGranted e -> granted(e);
            case CreditApplied e -> applied(e);
            case CreditExpired e -> expired(e.part());
            case RefundIssued e -> refunded(e);
            case RefundSettled e -> settled(e);
            case AccountOpened _,
                    BillingDetailsChanged _,
                    TermsAccepted _,
                    PaymentMethodChanged _,
                    TimeZoneChanged _,
                    RoleGiven _,
                    RoleTaken _,
                    PasswordChanged _,
                    AutoApplyCreditSwitched _,
                    OrderPlaced _,
                    OrderHeld _,
                    OrderLapsed _,
                    InvoiceNumberAssigned _,
                    CreditNoteNumberAssigned _,
                    ReceivableCleared _,
                    AccountDowngraded _,
                    AccountClosed _ ->
                    List.of();
        };
    }

    /** Quantities and terms move no money; the documents they cause do (P2, P16, P31). */
    private static List<Posting> postingsFor(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted _,
                    LicencesAdjusted _,
                    ProductChanged _,
                    CycleSwitched _,
                    SubscriptionRenewed _,
                    ChangeScheduled _,
                    PendingChangeWithdrawn _,
                    CancellationRequested _,
                    SubscriptionReactivated _,
                    SubscriptionEnded _,
                    LicenceAssigned _,
                    LicenceUnassigned _ ->
                    List.of();
        };
    }

    private static List<Posting> postingsFor(DocumentEvent event) {
        return switch (event) {
            case DocumentSealed _ -> List.of();
        };
    }

    private static List<Posting> postingsFor(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued e -> issued(e);
            case CreditNoteIssued e -> credited(e);
            case InvoiceVoided e -> voided(e);
            case PaymentAllocated _, CreditAllocated _, PaymentMissed _ -> List.of();
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
        if (event.grantId() != null) {
            postings.credit(CUSTOMER_CREDIT, event.granted(), event.grantId());
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

    /** P5, P6. */
    private static List<Posting> received(PaymentReceived event) {
        Postings postings = new Postings();
        postings.debit(PROVIDER_UNSETTLED, event.amount(), PROVIDER);
        for (Allocation allocation : event.allocations()) {
            postings.credit(ACCOUNTS_RECEIVABLE, allocation.amount(), allocation.invoiceId());
        }
        postings.credit(UNAPPLIED_CASH, event.surplus(), event.accountId());
        return postings.toList();
    }

    /** P7, P12. Credit from a credit note was posted with that document, as refundable (P11). */
    private static List<Posting> granted(CreditGranted event) {
        CreditGrant grant = event.grant();
        if (grant.source() == CreditSource.CREDIT_NOTE && grant.refundable()) {
            return List.of();
        }
        Postings postings = new Postings();
        switch (grant.source()) {
            case CREDIT_NOTE -> postings.debit(CUSTOMER_CREDIT, grant.amount(), grant.grantId());
            case PAYMENT_SURPLUS ->
                    postings.debit(UNAPPLIED_CASH, grant.amount(), event.accountId());
            case GOODWILL -> postings.debit(GOODWILL, grant.amount(), "granted");
        }
        postings.credit(creditOf(grant.refundable()), grant.amount(), grant.grantId());
        return postings.toList();
    }

    /** P13, P14. */
    private static List<Posting> applied(CreditApplied event) {
        Postings postings = spent(event.parts());
        postings.credit(ACCOUNTS_RECEIVABLE, event.amount(), event.invoiceId());
        return postings.toList();
    }

    /** P15. */
    private static List<Posting> expired(GrantPart part) {
        Postings postings = spent(List.of(part));
        postings.credit(GOODWILL, part.amount(), "expired");
        return postings.toList();
    }

    /** P18. */
    private static List<Posting> refunded(RefundIssued event) {
        Postings postings = spent(event.parts());
        postings.credit(REFUNDS_IN_TRANSIT, event.amount(), event.refundId());
        return postings.toList();
    }

    /** P19. */
    private static List<Posting> settled(RefundSettled event) {
        Postings postings = new Postings();
        postings.debit(REFUNDS_IN_TRANSIT, event.amount(), event.refundId());
        postings.credit(PROVIDER_UNSETTLED, event.amount(), PROVIDER);
        return postings.toList();
    }

    private static Postings spent(List<GrantPart> parts) {
        Postings postings = new Postings();
        for (GrantPart part : parts) {
            postings.debit(creditOf(part.refundable()), part.amount(), part.grantId());
        }
        return postings;
    }

    private static LedgerAccount creditOf(boolean refundable) {
        return refundable ? CUSTOMER_CREDIT : CUSTOMER_CREDIT_NOT_REFUNDABLE;
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
