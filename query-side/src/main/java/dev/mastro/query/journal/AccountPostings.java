package dev.mastro.query.journal;

import static dev.mastro.query.journal.LedgerAccount.ACCOUNTS_RECEIVABLE;
import static dev.mastro.query.journal.LedgerAccount.BAD_DEBT_RECOVERED;
import static dev.mastro.query.journal.LedgerAccount.CUSTOMER_CREDIT;
import static dev.mastro.query.journal.LedgerAccount.CUSTOMER_CREDIT_NOT_REFUNDABLE;
import static dev.mastro.query.journal.LedgerAccount.DISPUTE_FEES;
import static dev.mastro.query.journal.LedgerAccount.GOODWILL;
import static dev.mastro.query.journal.LedgerAccount.PROVIDER_UNSETTLED;
import static dev.mastro.query.journal.LedgerAccount.REFUNDS_IN_TRANSIT;
import static dev.mastro.query.journal.LedgerAccount.TAX_PAYABLE;
import static dev.mastro.query.journal.LedgerAccount.UNAPPLIED_CASH;

import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PasswordChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.account.TimeZoneChanged;
import java.util.List;
import org.joda.money.Money;

/** Which postings the facts of accounts cause (billing.md 5.2). */
final class AccountPostings {

    /** The one provider there is; a transfer is matched at the bank like its payouts are. */
    private static final String PROVIDER = "provider";

    private AccountPostings() {}

    static List<Posting> of(AccountEvent event) {
        return switch (event) {
            case PaymentReceived e -> received(e);
            case CreditGranted e -> granted(e);
            case CreditApplied e -> applied(e);
            case CreditExpired e -> expired(e.part());
            case RefundIssued e -> refunded(e);
            case RefundSettled e -> settled(e);
            case DisputeOpened e -> disputed(e);
            case DisputeWon e -> restored(e);
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
                    CreditReturned _,
                    DebtWrittenOff _,
                    DisputeLost _,
                    AccountDowngraded _,
                    AccountClosed _ ->
                    List.of();
        };
    }

    /** P5, P6, and P24 for a debt that was written off. */
    private static List<Posting> received(PaymentReceived event) {
        Postings postings = new Postings();
        postings.debit(PROVIDER_UNSETTLED, event.amount(), PROVIDER);
        event.allocations().forEach(one -> settle(postings, one, event.accountId()));
        postings.credit(UNAPPLIED_CASH, event.surplus(), event.accountId());
        return postings.toList();
    }

    private static void settle(Postings postings, Allocation allocation, AccountId account) {
        Money tax = allocation.recoveredTax();
        if (tax == null) {
            postings.credit(ACCOUNTS_RECEIVABLE, allocation.amount(), allocation.invoiceId());
        } else {
            postings.credit(BAD_DEBT_RECOVERED, allocation.amount().minus(tax), account);
            postings.credit(TAX_PAYABLE, tax, allocation.invoiceId());
        }
    }

    /** P25: what the payment had settled is owed again, and the credit it had become is gone. */
    private static List<Posting> disputed(DisputeOpened event) {
        Postings postings = spent(event.withdrawn());
        for (Receivable again : event.reopened()) {
            postings.debit(ACCOUNTS_RECEIVABLE, again.outstanding(), again.invoiceId());
        }
        Money taken = event.amount();
        if (event.fee() != null) {
            postings.debit(DISPUTE_FEES, event.fee(), PROVIDER);
            taken = taken.plus(event.fee());
        }
        postings.credit(PROVIDER_UNSETTLED, taken, PROVIDER);
        return postings.toList();
    }

    /** P26. */
    private static List<Posting> restored(DisputeWon event) {
        Postings postings = new Postings();
        postings.debit(PROVIDER_UNSETTLED, event.amount(), PROVIDER);
        event.allocations().forEach(one -> settle(postings, one, event.accountId()));
        postings.credit(UNAPPLIED_CASH, event.surplus(), event.accountId());
        return postings.toList();
    }

    /** P7, P12. Credit from a credit note was posted with that document (P11). */
    private static List<Posting> granted(CreditGranted event) {
        CreditGrant grant = event.grant();
        Postings postings = new Postings();
        switch (grant.source()) {
            case CREDIT_NOTE -> {
                return List.of();
            }
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

    static LedgerAccount creditOf(boolean refundable) {
        return refundable ? CUSTOMER_CREDIT : CUSTOMER_CREDIT_NOT_REFUNDABLE;
    }
}
