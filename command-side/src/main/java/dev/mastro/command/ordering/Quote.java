package dev.mastro.command.ordering;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.view.LineView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What an order would do (api.md 3). Read off the facts that the order would write, so that it
 * cannot differ from them. {@code effective} is {@code NOW} or the date from which scheduled
 * changes hold.
 */
public record Quote(
        String token,
        LocalDate expiresOn,
        List<LineView> lines,
        @JsonUnwrapped Amounts amounts,
        List<Renewal> renewals,
        String effective,
        List<String> notes,
        List<Conflict> conflicts,
        List<SummaryLine> summary) {

    /** An add-on that ends with the period, because no plan is left that it may stand on. */
    public record Conflict(SubscriptionId subscription, String product, LocalDate endsOn) {}

    /** The amounts; {@code due} is what must be paid now. */
    public record Amounts(
            Money net,
            Money tax,
            Money total,
            Money creditCancelled,
            Money creditGranted,
            Money creditApplied,
            Money due) {}

    /** What one subscription will be billed next, before tax. */
    public record Renewal(
            SubscriptionId subscription,
            String product,
            BillingCycle cycle,
            LocalDate date,
            int quantity,
            Money amount) {}

    /** Reads the quote off a draft that holds the order and nothing else. */
    static Quote of(QuoteToken token, Draft draft, Circumstances circumstances) {
        CurrencyUnit currency = draft.book().account().currency();
        Optional<InvoiceIssued> invoice = facts(draft, InvoiceIssued.class).findFirst();
        List<Renewal> renewals = renewals(draft);
        String effective =
                invoice.isPresent()
                        ? "NOW"
                        : renewals.stream().map(r -> r.date().toString()).findFirst().orElse("NOW");
        return new Quote(
                token.text(),
                token.quotedOn(),
                invoice.map(i -> i.lines().stream().map(LineView::of).toList()).orElse(List.of()),
                amounts(draft, invoice, currency),
                renewals,
                effective,
                QuoteNotes.of(draft, circumstances),
                Holdings.conflicts(draft.book(), circumstances.catalog()),
                SummaryLine.of(draft));
    }

    private static Amounts amounts(
            Draft draft, Optional<InvoiceIssued> invoice, CurrencyUnit currency) {
        Money zero = Money.zero(currency);
        Money net = invoice.map(InvoiceIssued::net).orElse(zero);
        Money tax = invoice.map(InvoiceIssued::tax).orElse(zero);
        return new Amounts(
                net,
                tax,
                net.plus(tax),
                sum(draft, CreditNoteIssued.class, CreditNoteIssued::cancelled, zero),
                sum(draft, CreditNoteIssued.class, CreditNoteIssued::granted, zero),
                sum(draft, CreditApplied.class, CreditApplied::amount, zero),
                OrderDecision.due(draft));
    }

    private static List<Renewal> renewals(Draft draft) {
        return draft.events().stream()
                .filter(SubscriptionEvent.class::isInstance)
                .map(event -> ((SubscriptionEvent) event).subscriptionId())
                .distinct()
                .map(id -> draft.book().find(id).orElseThrow())
                .flatMap(Quote::renewal)
                .toList();
    }

    private static Stream<Renewal> renewal(SubscriptionState subscription) {
        SubscribedProduct next = subscription.renewsAs();
        if (next == null) {
            return Stream.empty();
        }
        return Stream.of(
                new Renewal(
                        subscription.id(),
                        next.product(),
                        next.cycle(),
                        subscription.line().period().end(),
                        next.licences(),
                        next.recurringPrice()));
    }

    private static <E> Money sum(
            Draft draft, Class<E> type, Function<E, Money> amount, Money zero) {
        return facts(draft, type).map(amount).reduce(zero, Money::plus);
    }

    private static <E> Stream<E> facts(Draft draft, Class<E> type) {
        return draft.events().stream().filter(type::isInstance).map(type::cast);
    }
}
