package dev.mastro.command.ledger;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One account with its subscriptions and its open invoices, as decisions see it; all its invoices
 * and payments where the command looks back. {@code version} counts the facts of the account and
 * its subscriptions, so that a quote can tell whether anything happened since; facts of invoices
 * that come and go with their debt are not counted, because each that moves money has its
 * counterpart on the account.
 */
public record Book(
        AccountState account,
        Map<SubscriptionId, SubscriptionState> subscriptions,
        Map<InvoiceId, InvoiceState> invoices,
        Map<String, ReceivedPayment> payments,
        long version) {

    private static final int LATEST = 20;

    /** The book of an account that was opened just now. */
    public static Book opened(AccountOpened event) {
        return new Book(AccountState.opened(event), Map.of(), Map.of(), Map.of(), 1);
    }

    /** The book after a further fact. */
    public Book after(LedgerEvent event) {
        return switch (event) {
            case AccountEvent e ->
                    new Book(
                            account.after(e),
                            subscriptions,
                            invoices,
                            after(payments, e),
                            version + 1);
            case SubscriptionEvent e ->
                    new Book(
                            account,
                            with(subscriptions, e.subscriptionId(), after(e)),
                            invoices,
                            payments,
                            version + 1);
            case InvoiceEvent e ->
                    new Book(
                            account,
                            subscriptions,
                            with(invoices, e.invoiceId(), after(e)),
                            payments,
                            version);
            default -> throw new IllegalStateException("no family: " + event.getClass());
        };
    }

    /** Subscriptions in use, oldest first. */
    public List<SubscriptionState> live() {
        return subscriptions.values().stream().filter(SubscriptionState::isLive).toList();
    }

    /** The subscription of that id, if the account has it. */
    public Optional<SubscriptionState> find(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    /** The invoice of that id, which must be among those loaded. */
    public InvoiceState invoice(InvoiceId id) {
        InvoiceState state = invoices.get(id);
        if (state == null) {
            throw new IllegalStateException("not in the book: invoice " + id);
        }
        return state;
    }

    /** The payment known under {@code reference}, if the account made it. */
    public Optional<ReceivedPayment> payment(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    /** The last payments, the last one first; older ones are known by their references. */
    public List<ReceivedPayment> latestPayments() {
        return List.copyOf(payments.values()).reversed().stream().limit(LATEST).toList();
    }

    /** What the facts of an account say of its payments, by reference. */
    public static Map<String, ReceivedPayment> after(
            Map<String, ReceivedPayment> before, AccountEvent event) {
        return switch (event) {
            case PaymentReceived e -> with(before, e.reference(), ReceivedPayment.of(e));
            case RefundIssued _, DisputeOpened _, DisputeWon _, DisputeLost _ -> {
                Map<String, ReceivedPayment> changed = new LinkedHashMap<>(before);
                changed.replaceAll((_, payment) -> payment.after(event));
                yield changed;
            }
            default -> before;
        };
    }

    private SubscriptionState after(SubscriptionEvent event) {
        if (event instanceof SubscriptionStarted started) {
            return SubscriptionState.started(started);
        }
        return find(event.subscriptionId()).orElseThrow().after(event);
    }

    private InvoiceState after(InvoiceEvent event) {
        return event instanceof InvoiceIssued issued
                ? InvoiceState.issued(issued)
                : invoice(event.invoiceId()).after(event);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
