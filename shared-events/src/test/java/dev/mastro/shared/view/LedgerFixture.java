package dev.mastro.shared.view;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One Italian account of Zoom: Pro for twelve, billed 234.09, partly paid and partly credited. */
final class LedgerFixture {

    static final AccountId ACCOUNT = AccountId.of("11111111-1111-4111-8111-111111111111");
    static final SubscriptionId PRO = SubscriptionId.of("22222222-2222-4222-8222-222222222222");
    static final InvoiceId INVOICE = InvoiceId.of("33333333-3333-4333-8333-333333333333");
    static final LocalDate MAY_1 = LocalDate.parse("2025-05-01");
    static final BillingPeriod MAY = new BillingPeriod(MAY_1, LocalDate.parse("2025-06-01"));

    private static final CreditNoteId NOTE =
            CreditNoteId.of("44444444-4444-4444-8444-444444444444");
    private static final GrantId GRANT = GrantId.of("55555555-5555-4555-8555-555555555555");

    private LedgerFixture() {}

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    static AccountState account() {
        AccountProfile profile =
                new AccountProfile(
                        "zoom",
                        "IT",
                        CurrencyUnit.EUR,
                        ZoneId.of("Europe/Rome"),
                        "it-IT",
                        PaymentTerms.CARD,
                        0,
                        Channel.SELF_SERVICE);
        BillingDetails details =
                new BillingDetails(
                        "Lucia Rossi", "lucia@example.com", null, null, null, "IT12345678901");
        return AccountState.opened(new AccountOpened(ACCOUNT, "A-0001", profile, MAY_1))
                .after(new BillingDetailsChanged(ACCOUNT, details, MAY_1))
                .after(
                        new InvoiceNumberAssigned(
                                ACCOUNT, INVOICE, "A-0001-0001", eur("234.09"), MAY_1, MAY_1));
    }

    static SubscriptionState subscription() {
        ActiveLine line =
                new ActiveLine(INVOICE, 1, MAY, eur("191.88"), eur("42.21"), new TaxRate(220_000));
        return SubscriptionState.started(
                        new SubscriptionStarted(PRO, ACCOUNT, pro(12), MAY_1, line, null, MAY_1))
                .after(new LicenceAssigned(PRO, ACCOUNT, "u-7", MAY_1))
                .after(new ChangeScheduled(PRO, ACCOUNT, pro(5), MAY.end(), MAY_1));
    }

    static InvoiceState invoice() {
        return InvoiceState.issued(
                        new InvoiceIssued(
                                INVOICE,
                                ACCOUNT,
                                "A-0001-0001",
                                List.of(charge(), credit()),
                                eur("191.88"),
                                eur("42.21"),
                                MAY_1,
                                new PricedBy("zoom-1", "zoom-1"),
                                MAY_1))
                .after(new PaymentAllocated(INVOICE, ACCOUNT, "pay-1", eur("100.00"), MAY_1))
                .after(creditNote());
    }

    static InvoiceLine charge() {
        return new InvoiceLine(
                1,
                PRO,
                "pro",
                LineKind.CHARGE,
                new LineBasis(MAY, 12, eur("15.99"), 31),
                new LineAmount(eur("191.88"), new TaxRate(220_000), eur("42.21")),
                null);
    }

    static InvoiceLine credit() {
        BillingPeriod rest = new BillingPeriod(LocalDate.parse("2025-05-31"), MAY.end());
        return new InvoiceLine(
                2,
                PRO,
                "pro",
                LineKind.CREDIT,
                new LineBasis(rest, 1, eur("15.99"), 31),
                new LineAmount(eur("-0.52"), new TaxRate(88_750), eur("-0.05")),
                new LineReference(INVOICE, 1));
    }

    private static CreditNoteIssued creditNote() {
        LocalDate from = LocalDate.parse("2025-05-21");
        return new CreditNoteIssued(
                INVOICE,
                ACCOUNT,
                NOTE,
                "A-0001-C001",
                List.of(new CreditNoteLine(1, PRO, from, eur("68.09"), eur("14.98"))),
                eur("80.00"),
                List.of(new CreditGrant(GRANT, eur("3.07"), CreditSource.CREDIT_NOTE, true, null)),
                CreditNoteReason.NON_PAYMENT,
                from);
    }

    private static SubscribedProduct pro(int licences) {
        return new SubscribedProduct("pro", BillingCycle.MONTHLY, licences, eur("15.99"));
    }
}
