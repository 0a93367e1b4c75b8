package dev.mastro.query.paper;

import dev.mastro.query.EveryFact;
import dev.mastro.query.seller.Sellers;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.LineAmount;
import dev.mastro.shared.invoice.LineBasis;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.TaxMention;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One customer and his documents, made from facts by hand: no database, no clock. */
final class Desk {

    static final LocalDate APRIL_10 = LocalDate.of(2025, 4, 10);
    static final LocalDate APRIL_28 = LocalDate.of(2025, 4, 28);
    static final LocalDate MAY_10 = LocalDate.of(2025, 5, 10);

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
    private static final PricedBy PRICED = new PricedBy("policy-1", "catalog-1");

    private static final Press PRESS = new Press();

    private final List<LedgerEvent> facts = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final CurrencyUnit currency;
    private int command;
    private @Nullable TaxMention mention;

    Desk(String seller, String locale, String currency, BillingDetails details) {
        this.currency = CurrencyUnit.of(currency);
        AccountProfile profile =
                new AccountProfile(
                        seller,
                        locale.equals("it-IT") ? "IT" : "US",
                        this.currency,
                        ZoneId.of("UTC"),
                        locale,
                        PaymentTerms.CARD,
                        0,
                        Channel.SELF_SERVICE);
        var _ =
                happens(
                        new AccountOpened(ACCOUNT, "10000001", profile, APRIL_10),
                        new BillingDetailsChanged(ACCOUNT, details, APRIL_10));
    }

    static BillingDetails ada() {
        return new BillingDetails(
                "Ada Lovelace",
                "ada@example.com",
                "12 St James Square",
                "London",
                "SW1Y 4JH",
                null);
    }

    static SubscriptionId subscription(int n) {
        return new SubscriptionId(new UUID(2, n));
    }

    static InvoiceId invoice(int n) {
        return new InvoiceId(new UUID(3, n));
    }

    Money money(String amount) {
        return Money.parse(currency.getCode() + " " + amount);
    }

    /** Invoices from now on carry this mention. */
    Desk mentioning(TaxMention taxMention) {
        mention = taxMention;
        return this;
    }

    /** Facts of one command. */
    Desk happens(LedgerEvent... events) {
        command++;
        for (LedgerEvent event : events) {
            facts.add(event);
            commands.add("c-" + command);
        }
        return this;
    }

    /** An invoice and what settles it at once, in one command. */
    Desk issues(int n, LocalDate on, List<InvoiceLine> lines, LedgerEvent... settling) {
        Money net =
                lines.stream()
                        .map(line -> line.amount().net())
                        .reduce(Money.zero(currency), Money::plus);
        Money tax =
                lines.stream()
                        .map(line -> line.amount().tax())
                        .reduce(Money.zero(currency), Money::plus);
        String number = "INV-10000001-%04d".formatted(n);
        List<LedgerEvent> all = new ArrayList<>();
        all.add(new InvoiceNumberAssigned(ACCOUNT, invoice(n), number, net.plus(tax), on, on));
        all.add(
                new InvoiceIssued(
                        invoice(n), ACCOUNT, number, lines, net, tax, on, PRICED, on, mention));
        all.addAll(List.of(settling));
        return happens(all.toArray(LedgerEvent[]::new));
    }

    LedgerEvent[] payment(int n, String reference, Money amount, Money surplus, LocalDate on) {
        return new LedgerEvent[] {
            new PaymentReceived(
                    ACCOUNT,
                    reference,
                    amount.plus(surplus),
                    List.of(new Allocation(invoice(n), amount)),
                    surplus,
                    PaymentWay.BANK_TRANSFER,
                    on),
            new PaymentAllocated(invoice(n), ACCOUNT, reference, amount, on)
        };
    }

    LedgerEvent[] creditNote(int n, Money net, Money tax, Money cancelled, LocalDate on) {
        CreditNoteId id = new CreditNoteId(new UUID(5, n));
        String number = "CN-10000001-%04d".formatted(n);
        return new LedgerEvent[] {
            new CreditNoteNumberAssigned(ACCOUNT, id, number, invoice(n), cancelled, on),
            new CreditNoteIssued(
                    invoice(n),
                    ACCOUNT,
                    id,
                    number,
                    List.of(new CreditNoteLine(1, subscription(n), on, net, tax)),
                    cancelled,
                    EveryFact.paidBack(net.plus(tax).minus(cancelled)),
                    CreditNoteReason.PLAN_CHANGED,
                    on)
        };
    }

    InvoiceLine charge(int line, int subscription, String product, int quantity, Priced priced) {
        return new InvoiceLine(
                line,
                subscription(subscription),
                product,
                LineKind.CHARGE,
                new LineBasis(priced.period(), quantity, money(priced.unit()), 30),
                new LineAmount(
                        money(priced.net()), new TaxRate(priced.rate()), money(priced.tax())),
                null);
    }

    InvoiceLine credit(int line, int subscription, String product, int quantity, Priced priced) {
        return new InvoiceLine(
                line,
                subscription(subscription),
                product,
                LineKind.CREDIT,
                new LineBasis(priced.period(), quantity, money(priced.unit()), 30),
                new LineAmount(
                        money(priced.net()), new TaxRate(priced.rate()), money(priced.tax())),
                new LineReference(invoice(1), 1));
    }

    /** The amounts of a line; the rate is in parts per million. */
    record Priced(BillingPeriod period, String unit, String net, int rate, String tax) {}

    Dossier dossier() {
        return new Dossier(
                IntStream.range(0, facts.size())
                        .filter(i -> facts.get(i) instanceof AccountEvent)
                        .mapToObj(i -> new Told<>((AccountEvent) facts.get(i), commands.get(i)))
                        .toList(),
                this::told,
                new Sellers("")::get);
    }

    byte[] issued(int n) {
        return invoiceAfter(n, dossier().countAtIssue(invoice(n)));
    }

    byte[] current(int n) {
        return invoiceAfter(n, dossier().countNow(invoice(n)));
    }

    byte[] creditNote(int n) {
        CreditNoteIssued note =
                told(invoice(n)).stream()
                        .map(Told::event)
                        .filter(CreditNoteIssued.class::isInstance)
                        .map(CreditNoteIssued.class::cast)
                        .findFirst()
                        .orElseThrow();
        return print(CreditNotePaper.of(dossier(), note));
    }

    byte[] receipt(String reference) {
        return print(ReceiptPaper.of(dossier(), dossier().payment(reference).orElseThrow()));
    }

    private byte[] invoiceAfter(int n, int count) {
        return print(InvoicePaper.of(dossier(), invoice(n), count));
    }

    private static byte[] print(Paper paper) {
        return PRESS.print(paper, new UUID(7, 7), APRIL_10);
    }

    private List<Told<InvoiceEvent>> told(InvoiceId id) {
        List<Told<InvoiceEvent>> told = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof InvoiceEvent event && event.invoiceId().equals(id)) {
                told.add(new Told<>(event, commands.get(i)));
            }
        }
        return told;
    }
}
