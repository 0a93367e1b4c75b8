package dev.mastro.query;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.DowngradeReason;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PasswordChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.account.TimeZoneChanged;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.books.BooksEvent;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.document.DocumentId;
import dev.mastro.shared.document.DocumentKind;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineNetted;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentDisputed;
import dev.mastro.shared.invoice.PaymentLost;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.invoice.PaymentRestored;
import dev.mastro.shared.invoice.RefundAllocated;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One example of every fact there is, on one account; ids are written out. */
public final class EveryFact {

    public static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    public static final SubscriptionId SUBSCRIPTION = new SubscriptionId(new UUID(0, 2));
    public static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 3));
    public static final InvoiceId LATER_INVOICE = new InvoiceId(new UUID(0, 4));
    public static final GrantId GRANT = new GrantId(new UUID(0, 5));
    public static final RefundId REFUND = new RefundId(new UUID(0, 6));
    public static final CreditNoteId CREDIT_NOTE = new CreditNoteId(new UUID(0, 7));
    public static final LocalDate JAN_31 = LocalDate.parse("2025-01-31");
    public static final LocalDate FEB_14 = LocalDate.parse("2025-02-14");
    public static final LocalDate FEB_28 = LocalDate.parse("2025-02-28");
    public static final LocalDate MAR_31 = LocalDate.parse("2025-03-31");
    public static final TaxRate VAT_22 = new TaxRate(220_000);

    private static final OrderId ORDER = new OrderId(new UUID(0, 8));
    private static final PricedBy PRICED_BY = new PricedBy("zoom-1", "zoom-1");
    private static final BillingPeriod FEBRUARY = new BillingPeriod(JAN_31, FEB_28);
    private static final SubscribedProduct PRO_10 = pro(10);
    private static final SubscribedProduct PRO_12 = pro(12);
    private static final SubscribedProduct BUSINESS_12 =
            new SubscribedProduct("business", BillingCycle.MONTHLY, 12, eur("21.99"));
    private static final SubscribedProduct PRO_ANNUAL_12 =
            new SubscribedProduct("pro", BillingCycle.ANNUAL, 12, eur("159.90"));
    private static final ActiveLine OPENED =
            new ActiveLine(INVOICE, 1, FEBRUARY, eur("159.90"), eur("35.18"), VAT_22);
    private static final ActiveLine REOPENED =
            new ActiveLine(
                    LATER_INVOICE,
                    2,
                    new BillingPeriod(FEB_14, FEB_28),
                    eur("95.94"),
                    eur("21.11"),
                    VAT_22);
    private static final ClosedLine CLOSED = OPENED.closedOn(FEB_14);

    private EveryFact() {}

    public static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    public static SubscribedProduct pro(int licences) {
        return new SubscribedProduct("pro", BillingCycle.MONTHLY, licences, eur("15.99"));
    }

    /** In an order in which they could have happened, as far as one account can see all of them. */
    public static List<LedgerEvent> all() {
        return Stream.of(opening(), firstInvoice(), changes(), losses(), endings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LedgerEvent> opening() {
        return List.of(
                new AccountOpened(ACCOUNT, "A-1001", profile(), JAN_31),
                new BillingDetailsChanged(
                        ACCOUNT,
                        new BillingDetails("Ada", "ada@example.org", null, null, null, null),
                        JAN_31),
                new TermsAccepted(ACCOUNT, "2025-01", JAN_31),
                new PaymentMethodChanged(ACCOUNT, "tok_ok", JAN_31),
                new RoleGiven(ACCOUNT, "grace", AccountRole.BILLING, JAN_31),
                new PasswordChanged(ACCOUNT, "grace", JAN_31),
                new RoleTaken(ACCOUNT, "grace", JAN_31),
                new TimeZoneChanged(ACCOUNT, ZoneId.of("UTC"), ZoneId.of("Europe/Rome"), JAN_31),
                new AutoApplyCreditSwitched(ACCOUNT, true, JAN_31),
                new OrderHeld(ACCOUNT, ORDER, List.of(), eur("195.08"), FEB_14, JAN_31),
                new OrderLapsed(ACCOUNT, ORDER, JAN_31),
                new InvoiceNumberAssigned(
                        ACCOUNT, INVOICE, "INV-0001", eur("195.08"), FEB_28, JAN_31),
                new SubscriptionStarted(
                        SUBSCRIPTION, ACCOUNT, PRO_10, JAN_31, OPENED, null, JAN_31));
    }

    private static List<LedgerEvent> firstInvoice() {
        return List.of(
                issued(),
                new DocumentSealed(
                        new DocumentId(INVOICE.value()),
                        ACCOUNT,
                        DocumentKind.INVOICE,
                        "INV-0001",
                        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                        JAN_31),
                new OrderPlaced(ACCOUNT, ORDER, List.of(SUBSCRIPTION), INVOICE, PRICED_BY, JAN_31),
                received(),
                new PaymentAllocated(INVOICE, ACCOUNT, "WIRE-7", eur("195.08"), JAN_31),
                granted(CreditSource.PAYMENT_SURPLUS, true, "4.92"),
                granted(CreditSource.GOODWILL, false, "20.00"),
                new CreditApplied(
                        ACCOUNT, INVOICE, eur("4.92"), List.of(part("4.92", true)), FEB_14),
                new CreditAllocated(INVOICE, ACCOUNT, eur("4.92"), paidBack(eur("4.92")), FEB_14),
                new CreditReturned(ACCOUNT, paidBack(eur("4.92")).getFirst(), INVOICE, FEB_14),
                new CreditExpired(ACCOUNT, part("10.00", false), FEB_28),
                new PaymentMissed(INVOICE, ACCOUNT, 1, "card_declined", FEB_28, FEB_14),
                new PaymentMissed(INVOICE, ACCOUNT, 4, "card_declined", null, FEB_28));
    }

    private static List<LedgerEvent> changes() {
        return List.of(
                new LicenceAssigned(SUBSCRIPTION, ACCOUNT, "u-17", FEB_14),
                new LicenceUnassigned(SUBSCRIPTION, ACCOUNT, "u-17", FEB_14),
                new LicencesAdjusted(
                        SUBSCRIPTION, ACCOUNT, PRO_10, PRO_12, JAN_31, CLOSED, REOPENED, FEB_14),
                new ProductChanged(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_12,
                        BUSINESS_12,
                        JAN_31,
                        CLOSED,
                        REOPENED,
                        FEB_14),
                new CycleSwitched(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_12,
                        PRO_ANNUAL_12,
                        FEB_14,
                        CLOSED,
                        REOPENED,
                        FEB_14),
                new SubscriptionRenewed(
                        SUBSCRIPTION,
                        ACCOUNT,
                        PRO_12,
                        JAN_31,
                        new ActiveLine(
                                LATER_INVOICE,
                                3,
                                new BillingPeriod(FEB_28, MAR_31),
                                eur("191.88"),
                                eur("42.21"),
                                VAT_22),
                        FEB_28));
    }

    private static List<LedgerEvent> losses() {
        return List.of(
                new UsageRecorded(
                        SUBSCRIPTION, ACCOUNT, Instant.parse("2025-02-14T09:00:00Z"), FEB_14),
                new DisputeOpened(
                        ACCOUNT,
                        "WIRE-7",
                        eur("200.00"),
                        List.of(new Receivable(INVOICE, "INV-0001", eur("195.08"), FEB_28, JAN_31)),
                        List.of(part("4.92", true)),
                        eur("15.00"),
                        FEB_28),
                new PaymentDisputed(INVOICE, ACCOUNT, "WIRE-7", eur("195.08"), FEB_28),
                new DisputeWon(
                        ACCOUNT,
                        "WIRE-7",
                        eur("200.00"),
                        List.of(new Allocation(INVOICE, eur("195.08"))),
                        eur("4.92"),
                        FEB_28),
                new PaymentRestored(INVOICE, ACCOUNT, "WIRE-7", eur("195.08"), FEB_28),
                new DisputeLost(ACCOUNT, "WIRE-7", eur("200.00"), List.of(INVOICE), FEB_28),
                new PaymentLost(INVOICE, ACCOUNT, "WIRE-7", FEB_28, FEB_28),
                new DebtWrittenOff(ACCOUNT, INVOICE, eur("28.03"), eur("5.05"), true, FEB_28),
                new InvoiceWrittenOff(
                        INVOICE, ACCOUNT, eur("28.03"), eur("5.05"), "insolvent", FEB_28));
    }

    private static List<LedgerEvent> endings() {
        return List.of(
                new ChangeScheduled(SUBSCRIPTION, ACCOUNT, pro(8), MAR_31, FEB_28),
                new PendingChangeWithdrawn(SUBSCRIPTION, ACCOUNT, FEB_28),
                new CancellationRequested(SUBSCRIPTION, ACCOUNT, "too dear", MAR_31, FEB_28),
                new SubscriptionReactivated(SUBSCRIPTION, ACCOUNT, FEB_28),
                new CreditNoteNumberAssigned(
                        ACCOUNT, CREDIT_NOTE, "CN-0001", INVOICE, eur("171.70"), FEB_28),
                creditNote("171.70", "0.00"),
                new RefundIssued(
                        ACCOUNT,
                        REFUND,
                        eur("100.00"),
                        List.of(part("100.00", true)),
                        "asked for",
                        "WIRE-7",
                        FEB_28),
                new LineNetted(INVOICE, ACCOUNT, 1, INVOICE, eur("97.54"), List.of(), FEB_28),
                new BooksClosed(BooksEvent.ID, YearMonth.parse("2024-12"), FEB_28),
                new RefundAllocated(INVOICE, ACCOUNT, REFUND, "WIRE-7", eur("100.00"), FEB_28),
                new LineReduced(
                        SUBSCRIPTION, ACCOUNT, INVOICE, 1, eur("81.97"), eur("18.03"), FEB_28),
                new RefundSettled(ACCOUNT, REFUND, eur("100.00"), FEB_28),
                new InvoiceVoided(
                        INVOICE, ACCOUNT, eur("159.90"), eur("35.18"), "in error", FEB_28),
                new ReceivableCleared(ACCOUNT, INVOICE, eur("195.08"), FEB_28),
                new SubscriptionEnded(
                        SUBSCRIPTION,
                        ACCOUNT,
                        EndCause.NON_PAYMENT,
                        EndState.BASIC,
                        CLOSED,
                        FEB_28),
                new AccountDowngraded(
                        ACCOUNT, List.of(SUBSCRIPTION), DowngradeReason.NON_PAYMENT, FEB_28),
                new AccountClosed(ACCOUNT, "moved away", FEB_28));
    }

    public static AccountProfile profile() {
        return new AccountProfile(
                "zoom",
                "IT",
                CurrencyUnit.EUR,
                ZoneId.of("Europe/Rome"),
                "it-IT",
                PaymentTerms.ON_INVOICE,
                30,
                Channel.SELF_SERVICE);
    }

    public static InvoiceIssued issued() {
        InvoiceLine line =
                new InvoiceLine(
                        1,
                        SUBSCRIPTION,
                        "pro",
                        LineKind.CHARGE,
                        new LineBasis(FEBRUARY, 10, eur("15.99"), 28),
                        new LineAmount(eur("159.90"), VAT_22, eur("35.18")),
                        null);
        return new InvoiceIssued(
                INVOICE,
                ACCOUNT,
                "INV-0001",
                List.of(line),
                eur("159.90"),
                eur("35.18"),
                FEB_28,
                PRICED_BY,
                JAN_31);
    }

    public static PaymentReceived received() {
        return new PaymentReceived(
                ACCOUNT,
                "WIRE-7",
                eur("200.00"),
                List.of(new Allocation(INVOICE, eur("195.08"))),
                eur("4.92"),
                PaymentWay.BANK_TRANSFER,
                JAN_31);
    }

    public static CreditGranted granted(CreditSource source, boolean refundable, String amount) {
        CreditGrant grant = new CreditGrant(GRANT, eur(amount), source, refundable, MAR_31);
        return new CreditGranted(ACCOUNT, grant, "outage", FEB_14);
    }

    public static CreditNoteIssued creditNote(String cancelled, String granted) {
        return new CreditNoteIssued(
                INVOICE,
                ACCOUNT,
                CREDIT_NOTE,
                "CN-0001",
                List.of(new CreditNoteLine(1, SUBSCRIPTION, FEB_14, eur("140.74"), eur("30.96"))),
                eur(cancelled),
                paidBack(eur(granted)),
                CreditNoteReason.NON_PAYMENT,
                FEB_28);
    }

    /** The grant that money of a settled invoice becomes; none of a zero amount. */
    public static List<CreditGrant> paidBack(Money amount) {
        return amount.isZero()
                ? List.of()
                : List.of(new CreditGrant(GRANT, amount, CreditSource.CREDIT_NOTE, true, null));
    }

    public static GrantPart part(String amount, boolean refundable) {
        return new GrantPart(GRANT, eur(amount), refundable);
    }
}
