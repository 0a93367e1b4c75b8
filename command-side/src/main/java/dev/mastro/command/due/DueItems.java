package dev.mastro.command.due;

import dev.mastro.command.catalog.SellerPolicy;
import dev.mastro.command.ledger.Book;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.calendar.WallClock;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that a book waits for. It depends on nothing but the book, so that the index can be
 * made again from the log at any time.
 */
public final class DueItems {

    private final Book book;
    private final AccountState account;
    private final Function<LocalDate, SellerPolicy> policyOn;

    private DueItems(Book book, Function<LocalDate, SellerPolicy> policyOn) {
        this.book = book;
        this.account = book.account();
        this.policyOn = policyOn;
    }

    /** All items of a book; {@code policyOn} tells the seller's policy of a day. */
    public static Stream<DueItem> of(Book book, Function<LocalDate, SellerPolicy> policyOn) {
        return new DueItems(book, policyOn).all();
    }

    static DueKey ofPeriod(SubscriptionState subscription) {
        return DueKey.of(
                subscription.expiresAt() == null ? DueKind.PERIOD_END : DueKind.PRODUCT_EXPIRY,
                subscription.id());
    }

    private Stream<DueItem> all() {
        return Stream.of(
                        book.live().stream().map(this::periodEnd),
                        account.receivables().open().stream().flatMap(this::dunning),
                        account.wallet().grants().stream().flatMap(this::expiry),
                        account.wallet().refunds().stream().map(this::settlement),
                        Stream.ofNullable(account.heldOrder())
                                .map(held ->
                                        on(
                                                DueKey.of(DueKind.ORDER_LAPSE, held.orderId()),
                                                held.expiresOn().plusDays(1))))
                .flatMap(Function.identity());
    }

    private DueItem periodEnd(SubscriptionState subscription) {
        Instant expiresAt = subscription.expiresAt();
        if (expiresAt == null) {
            return on(ofPeriod(subscription), subscription.line().period().end());
        }
        LocalDate lastDay = WallClock.dateAt(expiresAt, account.profile().timeZone());
        return new DueItem(ofPeriod(subscription), account.id(), lastDay, expiresAt, null);
    }

    /** What is open only because its payment is disputed waits for the outcome (CB-1). */
    private Stream<DueItem> dunning(Receivable open) {
        if (account.receivables().isDisputed(open.invoiceId())) {
            return Stream.empty();
        }
        return Stream.concat(collection(open).stream(), end(open).stream());
    }

    /** Cards are charged on the due date, and again as the dunning plan says. */
    private Optional<DueItem> collection(Receivable open) {
        if (account.profile().paymentTerms() != PaymentTerms.CARD) {
            return Optional.empty();
        }
        PaymentMissed missed = book.invoice(open.invoiceId()).lastMiss();
        LocalDate next = missed == null ? open.dueOn() : missed.nextAttemptOn();
        return Optional.ofNullable(next)
                .map(date -> on(DueKey.of(DueKind.COLLECT, open.invoiceId()), date));
    }

    /** Only services that were in use before that day end on it, none that were bought later. */
    private Optional<DueItem> end(Receivable open) {
        int days = policyOn.apply(open.issuedOn()).nonPayment().endAfterDays();
        LocalDate date = open.dueOn().plusDays(days);
        return book.live().stream().anyMatch(one -> !one.line().period().start().isAfter(date))
                ? Optional.of(on(DueKey.of(DueKind.NON_PAYMENT_END, open.invoiceId()), date))
                : Optional.empty();
    }

    private Stream<DueItem> expiry(CreditGrant grant) {
        LocalDate last = grant.expiresOn();
        return last == null
                ? Stream.empty()
                : Stream.of(
                        on(DueKey.of(DueKind.CREDIT_EXPIRY, grant.grantId()), last.plusDays(1)));
    }

    private DueItem settlement(RefundIssued refund) {
        Instant startOfDay = WallClock.startOf(refund.effectiveOn(), account.profile().timeZone());
        return new DueItem(
                DueKey.of(DueKind.REFUND_SETTLEMENT, refund.refundId()),
                account.id(),
                refund.effectiveOn(),
                startOfDay,
                refund.amount());
    }

    private DueItem on(DueKey key, LocalDate date) {
        Instant startOfDay = WallClock.startOf(date, account.profile().timeZone());
        return new DueItem(key, account.id(), date, startOfDay, null);
    }
}
