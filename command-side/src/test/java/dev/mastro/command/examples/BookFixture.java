package dev.mastro.command.examples;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Decision;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One account and its book, from one decision to the next, without anything around them. */
public final class BookFixture {

    public static final AccountId ACCOUNT = AccountId.of("11111111-1111-4111-8111-111111111111");

    private static final Sellers SELLERS = SellerFiles.load(Optional.empty());

    private final List<LedgerEvent> history = new ArrayList<>();
    private final Seller seller;
    private Actor actor = new Actor(ActorRole.OWNER, "demo");
    private LocalDate today = LocalDate.parse("2025-04-10");
    private Instant now = Instant.parse("2025-04-10T12:00:00Z");
    private @Nullable Book book;

    public BookFixture(Seller seller, AccountProfile profile) {
        this(seller, profile, "tok_ok");
    }

    private BookFixture(Seller seller, AccountProfile profile, @Nullable String card) {
        this.seller = seller;
        take(new AccountOpened(ACCOUNT, "A-1", profile, LocalDate.parse("2015-01-01")));
        if (card != null) {
            take(new PaymentMethodChanged(ACCOUNT, card, LocalDate.parse("2015-01-01")));
        }
        take(new TermsAccepted(ACCOUNT, "2015-01", LocalDate.parse("2015-01-01")));
    }

    /** An account of Zoom outside the EU that pays by card in dollars. */
    public static BookFixture zoom() {
        return new BookFixture(seller("zoom"), profile("zoom", "US", "USD", "America/New_York"));
    }

    /** The same before it has stored a card. */
    public static BookFixture zoomWithoutCard() {
        return new BookFixture(
                seller("zoom"), profile("zoom", "US", "USD", "America/New_York"), null);
    }

    /** The same on invoice terms. */
    public static BookFixture zoomOnInvoice() {
        return new BookFixture(
                seller("zoom"), onInvoice(profile("zoom", "US", "USD", "America/New_York")));
    }

    /** An account of GoTo outside the EU that pays by card in dollars. */
    public static BookFixture goTo() {
        return new BookFixture(seller("goto"), profile("goto", "US", "USD", "America/New_York"));
    }

    public static Seller seller(String code) {
        return SELLERS.find(code).orElseThrow();
    }

    public static AccountProfile profile(
            String seller, String country, String currency, String zone) {
        return new AccountProfile(
                seller,
                country,
                CurrencyUnit.of(currency),
                ZoneId.of(zone),
                "en",
                PaymentTerms.CARD,
                0,
                Channel.SELF_SERVICE);
    }

    public static AccountProfile onInvoice(AccountProfile card) {
        return new AccountProfile(
                card.seller(),
                card.country(),
                card.currency(),
                card.timeZone(),
                card.locale(),
                PaymentTerms.ON_INVOICE,
                0,
                card.channel());
    }

    /** The steps that follow count on this date of the account's zone. */
    @CanIgnoreReturnValue
    public Steps on(String date) {
        return on(LocalDate.parse(date));
    }

    public Steps on(LocalDate date) {
        today = date;
        now = date.atTime(LocalTime.NOON).atZone(book().account().profile().timeZone()).toInstant();
        return new Steps(this);
    }

    /** The steps that follow count at this instant. */
    public Steps at(String instant) {
        now = Instant.parse(instant);
        today = LocalDate.ofInstant(now, book().account().profile().timeZone());
        return new Steps(this);
    }

    /** Steps that follow are taken by this actor. */
    public void by(Actor other) {
        actor = other;
    }

    public void by(ActorRole role) {
        actor = new Actor(role, "demo");
    }

    public Book book() {
        if (book == null) {
            throw new IllegalStateException("not opened yet");
        }
        return book;
    }

    public List<LedgerEvent> history() {
        return List.copyOf(history);
    }

    public Circumstances circumstances() {
        return new Circumstances(seller, actor, today, now).on(book().account());
    }

    /** Lets a decision take effect. */
    @CanIgnoreReturnValue
    public Step accepted(BiFunction<Book, Circumstances, Draft> deciding) {
        return switch (decide(deciding)) {
            case Decision.Accepted(var events, var after) -> {
                events.forEach(this::take);
                yield new Step(events, after);
            }
            case Decision.Refused(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    /** Expects a decision to be refused, which changes nothing. */
    public Refusal refused(BiFunction<Book, Circumstances, Draft> deciding) {
        return switch (decide(deciding)) {
            case Decision.Accepted(var events, _) ->
                    throw new AssertionError("accepted: " + events);
            case Decision.Refused(var refusal) -> refusal;
        };
    }

    public Decision decide(BiFunction<Book, Circumstances, Draft> deciding) {
        return Decision.of(() -> deciding.apply(book(), circumstances()));
    }

    /** A fact from before the example begins. */
    public void take(LedgerEvent event) {
        history.add(event);
        book = event instanceof AccountOpened opened ? Book.opened(opened) : book().after(event);
    }

    /** A debt from before the example begins. */
    @CanIgnoreReturnValue
    public InvoiceId owes(String number, String dueOn, String amount) {
        InvoiceId id = new InvoiceId(DerivedIds.of(ACCOUNT.value(), number));
        LocalDate due = LocalDate.parse(dueOn);
        Money total = money(amount);
        take(new InvoiceNumberAssigned(ACCOUNT, id, number, total, due, due));
        take(
                new InvoiceIssued(
                        id,
                        ACCOUNT,
                        number,
                        List.of(),
                        total,
                        Money.zero(total.getCurrencyUnit()),
                        due,
                        new PricedBy("policy-1", "catalog-1"),
                        due));
        return id;
    }

    /** The only subscription in use, or the only one of that product. */
    public SubscriptionState subscription() {
        List<SubscriptionState> live = book().live();
        if (live.size() != 1) {
            throw new AssertionError("live subscriptions: " + live);
        }
        return live.getFirst();
    }

    public SubscriptionState subscription(String product) {
        return book().live().stream()
                .filter(one -> one.product().product().equals(product))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not held: " + product));
    }

    /** The subscription that was started last, ended or not. */
    public SubscriptionState latest() {
        return List.copyOf(book().subscriptions().values()).getLast();
    }

    public String owed() {
        CurrencyUnit currency = book().account().currency();
        return Step.text(book().account().receivables().total(currency));
    }

    public String owedOn(InvoiceId invoice) {
        return Step.text(book().invoice(invoice).outstanding());
    }

    public String credit() {
        CurrencyUnit currency = book().account().currency();
        return Step.text(book().account().wallet().spendable(currency, today));
    }

    public String refundable() {
        CurrencyUnit currency = book().account().currency();
        return Step.text(book().account().wallet().refundable(currency));
    }

    public Money money(String amount) {
        return Money.parse(book().account().currency().getCode() + " " + amount);
    }
}
