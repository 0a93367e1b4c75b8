package dev.mastro.command.http;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.lookup.Lookup;
import dev.mastro.command.lookup.Lookup.Entry;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Turns the opaque ids of a request into ids; what is none names nothing. */
@Component
public class PathIds {

    private final Lookup lookup;

    PathIds(Lookup lookup) {
        this.lookup = lookup;
    }

    /** A subscription and the account that holds it. */
    public record HeldSubscription(AccountId account, SubscriptionId id) {}

    /** An invoice and the account that owes it. */
    public record OwedInvoice(AccountId account, InvoiceId id) {}

    /** The account of this id. */
    public AccountId account(String text) {
        return lookup.find(Kind.ACCOUNT, text.toLowerCase(Locale.ROOT))
                .map(Entry::account)
                .orElseThrow(() -> unknown(Rejection.ACCOUNT_UNKNOWN, "account"));
    }

    /** The subscription of this id. */
    public HeldSubscription subscription(String text) {
        return lookup.find(Kind.SUBSCRIPTION, text.toLowerCase(Locale.ROOT))
                .map(entry ->
                        new HeldSubscription(entry.account(), SubscriptionId.of(entry.value())))
                .orElseThrow(() -> unknown(Rejection.SUBSCRIPTION_UNKNOWN, "subscription"));
    }

    /** An id of a subscription, which may exist or not. */
    public static SubscriptionId subscriptionId(String text) {
        try {
            return SubscriptionId.of(text);
        } catch (IllegalArgumentException e) {
            throw unknown(Rejection.SUBSCRIPTION_UNKNOWN, "subscription");
        }
    }

    /** The invoice of an account that has this id or this number. */
    public InvoiceId invoice(AccountId account, String idOrNumber) {
        return find(idOrNumber)
                .filter(entry -> entry.account().equals(account))
                .map(entry -> InvoiceId.of(entry.value()))
                .orElseThrow(() -> unknown(Rejection.INVOICE_UNKNOWN, "invoice"));
    }

    /** The invoice that has this id or this number. */
    public OwedInvoice invoice(String idOrNumber) {
        return find(idOrNumber)
                .map(entry -> new OwedInvoice(entry.account(), InvoiceId.of(entry.value())))
                .orElseThrow(() -> unknown(Rejection.INVOICE_UNKNOWN, "invoice"));
    }

    /** The account that made the payment of this reference. */
    public AccountId payer(String reference) {
        return lookup.find(Kind.PAYMENT, reference)
                .map(Entry::account)
                .orElseThrow(() -> unknown(Rejection.PAYMENT_UNKNOWN, "payment"));
    }

    /** Text as a client may have typed it: without spaces, in upper case. */
    public static String number(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** A name as a part of a path. */
    public static String segment(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }

    /** A name of the client's own, clean of control characters. */
    public static String text(String field, String given) {
        return RequestRules.clean(field, given);
    }

    private Optional<Entry> find(String idOrNumber) {
        return lookup.find(Kind.INVOICE, idOrNumber)
                .or(() -> lookup.find(Kind.INVOICE_NUMBER, idOrNumber));
    }

    private static RuntimeException unknown(Rejection rejection, String what) {
        return rejection.because("There is no such " + what + ".");
    }
}
