package dev.mastro.command.due;

import static dev.mastro.command.due.DueKind.CAPTURE;
import static dev.mastro.command.due.DueKind.COLLECT;
import static dev.mastro.command.due.DueKind.CREDIT_EXPIRY;
import static dev.mastro.command.due.DueKind.NON_PAYMENT_END;
import static dev.mastro.command.due.DueKind.PERIOD_END;
import static dev.mastro.command.due.DueKind.PRODUCT_EXPIRY;
import static dev.mastro.command.due.DueKind.REFUND_SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderId;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.TimeZoneChanged;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueItemsTest {

    private static final LocalDate MAY_10 = LocalDate.parse("2025-05-10");
    private static final Instant NOW = Instant.parse("2025-05-10T10:00:00Z");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Money PRICE = Money.parse("USD 15.99");
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final SubscriptionId PRO = new SubscriptionId(new UUID(0, 2));
    private static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 3));
    private static final PricedBy PRICED_BY = new PricedBy("policy-1", "catalog-1");
    private static final Seller ZOOM =
            SellerFiles.load(Optional.empty()).find("zoom").orElseThrow();

    private Draft draft = opened(PaymentTerms.CARD);

    @Test
    void a_period_ends_at_the_start_of_its_last_day_where_the_account_lives() {
        DueChanges changes = after(placed(), started(null));

        assertThat(changes.wanted())
                .extracting(DueItem::kind, DueItem::dueOn, DueItem::dueAt)
                .containsExactly(
                        tuple(
                                PERIOD_END,
                                LocalDate.parse("2025-06-10"),
                                Instant.parse("2025-06-09T22:00:00Z")));
    }

    @Test
    void a_one_month_product_expires_at_its_instant() {
        Instant expiry = Instant.parse("2025-06-10T10:00:00Z");

        assertThat(after(placed(), started(expiry)).wanted())
                .extracting(DueItem::kind, DueItem::dueAt)
                .containsExactly(tuple(PRODUCT_EXPIRY, expiry));
    }

    @Test
    void an_invoice_that_is_opened_and_settled_at_once_leaves_only_its_capture() {
        DueChanges changes = after(numbered(), issued(), received(), allocated());

        assertThat(changes.gone()).isEmpty();
        assertThat(changes.wanted())
                .extracting(DueItem::kind, DueItem::subject, DueItem::dueAt)
                .containsExactly(tuple(CAPTURE, "card_1", NOW.plusSeconds(60)));
    }

    @Test
    void a_missed_charge_is_repeated_on_the_next_day_and_ends_services_on_day_14() {
        given(placed(), started(null));

        assertThat(after(numbered(), issued(), missed(1)).wanted())
                .extracting(DueItem::kind, DueItem::dueOn)
                .containsExactly(
                        tuple(COLLECT, MAY_10.plusDays(1)),
                        tuple(NON_PAYMENT_END, MAY_10.plusDays(14)));
    }

    @Test
    void a_payment_takes_the_items_of_its_invoice_away() {
        given(placed(), started(null), numbered(), issued(), missed(1));

        assertThat(after(received(), allocated()).gone())
                .extracting(DueKey::kind)
                .containsExactly(COLLECT, NON_PAYMENT_END);
    }

    @Test
    void nothing_ends_for_non_payment_when_nothing_is_in_use() {
        given(placed(), started(null), numbered(), issued(), missed(1));

        assertThat(after(ended()).gone())
                .extracting(DueKey::kind)
                .containsExactly(PERIOD_END, NON_PAYMENT_END);
    }

    @Test
    void an_account_on_invoice_is_never_charged() {
        draft = opened(PaymentTerms.ON_INVOICE);
        given(placed(), started(null));

        assertThat(after(numbered(), issued()).wanted())
                .extracting(DueItem::kind)
                .containsExactly(NON_PAYMENT_END);
    }

    @Test
    void credit_expires_after_its_last_day_and_only_once() {
        assertThat(after(granted(MAY_10)).wanted())
                .extracting(DueItem::kind, DueItem::dueOn)
                .containsExactly(tuple(CREDIT_EXPIRY, MAY_10.plusDays(1)));
        assertThat(after(expired()).gone()).extracting(DueKey::kind).containsExactly(CREDIT_EXPIRY);
        assertThat(after(granted(null)).isEmpty()).isTrue();
    }

    @Test
    void a_refund_is_paid_out_with_its_amount_and_then_no_more() {
        RefundId id = new RefundId(new UUID(0, 8));

        assertThat(
                        after(new RefundIssued(ACCOUNT, id, PRICE, List.of(), null, null, MAY_10))
                                .wanted())
                .extracting(DueItem::kind, DueItem::amount)
                .containsExactly(tuple(REFUND_SETTLEMENT, PRICE));
        assertThat(after(new RefundSettled(ACCOUNT, id, PRICE, MAY_10)).gone()).hasSize(1);
    }

    @Test
    void a_move_to_another_zone_moves_every_midnight() {
        given(placed(), started(null));

        assertThat(
                        after(new TimeZoneChanged(ACCOUNT, ROME, ZoneId.of("Asia/Tokyo"), MAY_10))
                                .wanted())
                .extracting(DueItem::dueOn, DueItem::dueAt)
                .containsExactly(
                        tuple(
                                LocalDate.parse("2025-06-10"),
                                Instant.parse("2025-06-09T15:00:00Z")));
    }

    @Test
    void the_index_made_again_equals_the_one_that_was_kept() {
        List<DueItem> kept =
                after(placed(), started(null), numbered(), issued(), missed(2), granted(MAY_10))
                        .wanted();

        assertThat(DueItems.of(draft.book(), ZOOM::policyOn))
                .containsExactlyInAnyOrderElementsOf(kept);
    }

    private void given(LedgerEvent... events) {
        List.of(events).forEach(draft::add);
    }

    private DueChanges after(LedgerEvent... events) {
        given(events);
        return DueChanges.after(List.of(events), draft.book(), ZOOM::policyOn, NOW);
    }

    private static Draft opened(PaymentTerms terms) {
        CurrencyUnit usd = PRICE.getCurrencyUnit();
        AccountProfile profile =
                new AccountProfile("zoom", "IT", usd, ROME, "it", terms, 0, Channel.SELF_SERVICE);
        return Draft.opening(new AccountOpened(ACCOUNT, "A-1", profile, MAY_10));
    }

    private static LedgerEvent placed() {
        OrderId order = new OrderId(new UUID(0, 9));
        return new OrderPlaced(ACCOUNT, order, List.of(PRO), INVOICE, PRICED_BY, MAY_10);
    }

    private static LedgerEvent started(@Nullable Instant expiresAt) {
        BillingCycle cycle = expiresAt == null ? BillingCycle.MONTHLY : BillingCycle.ONE_MONTH;
        ActiveLine line =
                new ActiveLine(
                        INVOICE,
                        1,
                        new BillingPeriod(MAY_10, MAY_10.plusMonths(1)),
                        PRICE,
                        Money.zero(PRICE.getCurrencyUnit()),
                        TaxRate.ZERO);
        SubscribedProduct product = new SubscribedProduct("pro", cycle, 1, PRICE);
        return new SubscriptionStarted(PRO, ACCOUNT, product, MAY_10, line, expiresAt, MAY_10);
    }

    private static LedgerEvent ended() {
        return new SubscriptionEnded(
                PRO, ACCOUNT, EndCause.NON_PAYMENT, EndState.BASIC, null, MAY_10);
    }

    private static LedgerEvent numbered() {
        return new InvoiceNumberAssigned(ACCOUNT, INVOICE, "INV-1", PRICE, MAY_10, MAY_10);
    }

    private static LedgerEvent issued() {
        Money noTax = Money.zero(PRICE.getCurrencyUnit());
        return new InvoiceIssued(
                INVOICE, ACCOUNT, "INV-1", List.of(), PRICE, noTax, MAY_10, PRICED_BY, MAY_10);
    }

    private static LedgerEvent missed(int attempt) {
        LocalDate next = MAY_10.plusDays(1);
        return new PaymentMissed(INVOICE, ACCOUNT, attempt, "card_declined", next, MAY_10);
    }

    private static LedgerEvent received() {
        return new PaymentReceived(
                ACCOUNT,
                "card_1",
                PRICE,
                List.of(new Allocation(INVOICE, PRICE)),
                Money.zero(PRICE.getCurrencyUnit()),
                PaymentWay.CARD,
                MAY_10);
    }

    private static LedgerEvent allocated() {
        return new PaymentAllocated(INVOICE, ACCOUNT, "card_1", PRICE, MAY_10);
    }

    private static LedgerEvent granted(@Nullable LocalDate expiresOn) {
        GrantId id = new GrantId(new UUID(0, expiresOn == null ? 6 : 7));
        CreditGrant grant = new CreditGrant(id, PRICE, CreditSource.GOODWILL, false, expiresOn);
        return new CreditGranted(ACCOUNT, grant, null, MAY_10);
    }

    private static LedgerEvent expired() {
        GrantPart part = new GrantPart(new GrantId(new UUID(0, 7)), PRICE, false);
        return new CreditExpired(ACCOUNT, part, MAY_10.plusDays(1));
    }
}
