package dev.mastro.query;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The facts of account number {@code n}: twelve licences of Business for 263.88 USD a month. */
public record Story(int n) {

    private static final PricedBy PRICED = new PricedBy("zoom-1", "zoom-1");

    public AccountId account() {
        return new AccountId(new UUID(1, n));
    }

    public SubscriptionId subscription() {
        return new SubscriptionId(new UUID(2, n));
    }

    /** The invoice of the {@code month}th month, counted from 1. */
    public InvoiceId invoice(int month) {
        return new InvoiceId(new UUID(3L << 32 | month, n));
    }

    public String number() {
        return "A-%04d".formatted(n);
    }

    public String invoiceNumber(int month) {
        return "%s-%04d".formatted(number(), month);
    }

    public static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    public LedgerEvent[] opened(LocalDate on) {
        AccountProfile profile =
                new AccountProfile(
                        "zoom",
                        "US",
                        CurrencyUnit.USD,
                        ZoneId.of("UTC"),
                        "en-US",
                        PaymentTerms.CARD,
                        0,
                        Channel.SELF_SERVICE);
        BillingDetails details =
                new BillingDetails(
                        "Customer %d".formatted(n),
                        "c%d@example.com".formatted(n),
                        null,
                        null,
                        null,
                        null);
        return new LedgerEvent[] {
            new AccountOpened(account(), number(), profile, on),
            new BillingDetailsChanged(account(), details, on)
        };
    }

    /** An order for the first month from {@code start} to {@code end}, billed and not paid. */
    public LedgerEvent[] ordered(LocalDate start, LocalDate end) {
        BillingPeriod period = new BillingPeriod(start, end);
        return new LedgerEvent[] {
            new OrderPlaced(
                    account(),
                    new OrderId(new UUID(4, n)),
                    List.of(subscription()),
                    invoice(1),
                    PRICED,
                    start),
            new SubscriptionStarted(
                    subscription(), account(), business(), start, line(1, period), null, start),
            numbered(1, start),
            issued(1, period)
        };
    }

    /** The renewal for a month, billed and not paid. */
    public LedgerEvent[] renewed(int month, LocalDate anchor, LocalDate start, LocalDate end) {
        BillingPeriod period = new BillingPeriod(start, end);
        return new LedgerEvent[] {
            new SubscriptionRenewed(
                    subscription(), account(), business(), anchor, line(month, period), start),
            numbered(month, start),
            issued(month, period)
        };
    }

    /** The whole invoice of a month paid by card. */
    public LedgerEvent[] paid(int month, LocalDate on) {
        Money all = usd("263.88");
        String reference = "pay-%d-%d".formatted(n, month);
        return new LedgerEvent[] {
            new PaymentReceived(
                    account(),
                    reference,
                    all,
                    List.of(new Allocation(invoice(month), all)),
                    usd("0.00"),
                    PaymentWay.CARD,
                    on),
            new PaymentAllocated(invoice(month), account(), reference, all, on)
        };
    }

    private InvoiceNumberAssigned numbered(int month, LocalDate on) {
        return new InvoiceNumberAssigned(
                account(), invoice(month), invoiceNumber(month), usd("263.88"), on, on);
    }

    private InvoiceIssued issued(int month, BillingPeriod period) {
        InvoiceLine line =
                new InvoiceLine(
                        1,
                        subscription(),
                        "business",
                        LineKind.CHARGE,
                        new LineBasis(period, 12, usd("21.99"), period.days()),
                        new LineAmount(usd("263.88"), TaxRate.ZERO, usd("0.00")),
                        null);
        return new InvoiceIssued(
                invoice(month),
                account(),
                invoiceNumber(month),
                List.of(line),
                usd("263.88"),
                usd("0.00"),
                period.start(),
                PRICED,
                period.start());
    }

    private ActiveLine line(int month, BillingPeriod period) {
        return new ActiveLine(invoice(month), 1, period, usd("263.88"), usd("0.00"), TaxRate.ZERO);
    }

    private static SubscribedProduct business() {
        return new SubscribedProduct("business", BillingCycle.MONTHLY, 12, usd("21.99"));
    }
}
