package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One customer's account, and what is done with it over HTTP. */
final class Customer {

    private static final String OWNER = "owner:ada";
    private static final String SUPPORT = "support:eve";
    private static final String FINANCE = "finance:ada";

    private final World world;
    private final Map<String, String> subscriptions = new HashMap<>();
    private String account = "";

    Customer(World world) {
        this.world = world;
    }

    /** Opens an account whose card always works. */
    Customer byCard(String seller) {
        return opens(seller, "\"paymentMethod\": \"tok_ok\"");
    }

    /** Opens an account that pays by transfer within 30 days. */
    Customer onInvoice(String seller) {
        return opens(seller, "\"paymentTerms\": \"ON_INVOICE\", \"netDays\": 30");
    }

    /** Opens an account in US dollars and UTC; fields given here come instead or in addition. */
    @CanIgnoreReturnValue
    Customer opens(String seller, String fields) {
        StringBuilder body = new StringBuilder("{" + fields);
        Map.of(
                        "seller", seller,
                        "acceptTerms", "2015-01",
                        "name", "Ada Lovelace",
                        "email", "ada@example.com",
                        "country", "US",
                        "currency", "USD",
                        "timeZone", "UTC")
                .forEach((name, value) -> {
                    if (!fields.contains("\"" + name + "\"")) {
                        body.append(", \"%s\": \"%s\"".formatted(name, value));
                    }
                });
        account = world.send("POST", "/accounts", OWNER, body + "}").done().at("/accountId");
        return this;
    }

    Reply post(String actor, String path, String body) {
        return world.send("POST", "/accounts/" + account + path, actor, body);
    }

    Reply get(String path) {
        return world.get("/accounts/" + account + path);
    }

    /** Orders as the owner, by card or on invoice. */
    @CanIgnoreReturnValue
    Reply orders(Change... changes) {
        return remembered(asks("/orders", changes));
    }

    private Reply remembered(Reply reply) {
        if (!reply.at("/subscription/id").isEmpty()) {
            subscriptions.put(reply.at("/subscription/product"), reply.at("/subscription/id"));
            subscriptions.put("", reply.at("/subscription/id"));
        }
        return reply;
    }

    @CanIgnoreReturnValue
    Reply buys(String product, int licences) {
        return orders(Change.start(product, "MONTHLY", licences));
    }

    Reply quote(Change... changes) {
        return asks("/quotes", changes);
    }

    private Reply asks(String path, Change... changes) {
        return post(
                OWNER,
                path,
                "{\"changes\": ["
                        + String.join(
                                ", ",
                                List.of(changes).stream().map(c -> c.json(subscriptions)).toList())
                        + "]}");
    }

    /** The subscription ordered last, as the query side shows it. */
    Reply subscription() {
        return world.get("/subscriptions/" + subscriptions.get(""));
    }

    @CanIgnoreReturnValue
    Reply cancels(String reason) {
        return world.send(
                        "POST",
                        "/subscriptions/" + subscriptions.get("") + "/cancellation",
                        OWNER,
                        "{\"reason\": \"" + reason + "\"}")
                .done();
    }

    /** The invoices, oldest first, as the query side shows them. */
    Reply invoices() {
        return get("/invoices");
    }

    /** The invoice with this number within the account. */
    Reply invoice(int number) {
        String named = "-%04d".formatted(number);
        List<String> numbers = invoices().each("/items", "/number");
        return world.get(
                "/invoices/"
                        + numbers.stream()
                                .filter(one -> one.endsWith(named))
                                .findFirst()
                                .orElse(named));
    }

    Reply balance() {
        return get("/balance");
    }

    @CanIgnoreReturnValue
    Reply pays(String amount, String reference) {
        return remembered(
                post(
                        FINANCE,
                        "/payments",
                        """
                        {"amount": {"amount": "%s", "currency": "USD"}, "reference": "%s-%s"}
                        """
                                .formatted(amount, account, reference)));
    }

    /** Support gives credit; fields such as {@code expiresOn} in addition. */
    @CanIgnoreReturnValue
    Reply isGranted(String amount, String fields) {
        return post(
                        SUPPORT,
                        "/credits",
                        """
                        {"amount": {"amount": "%s", "currency": "USD"}, "reason": "GOODWILL"%s}
                        """
                                .formatted(amount, fields))
                .done();
    }

    @CanIgnoreReturnValue
    Reply autoApply(boolean enabled) {
        return world.send(
                        "PUT",
                        "/accounts/" + account + "/auto-apply-credit",
                        OWNER,
                        "{\"enabled\": " + enabled + "}")
                .done();
    }

    /** Support ends everything for non-payment. */
    @CanIgnoreReturnValue
    Reply downgraded() {
        return post(SUPPORT, "/downgrade", "{}").done();
    }

    @CanIgnoreReturnValue
    Reply movesTo(String zone) {
        return world.send(
                        "PUT",
                        "/accounts/" + account + "/time-zone",
                        OWNER,
                        "{\"timeZone\": \"" + zone + "\"}")
                .done();
    }

    String subscriptionId() {
        return subscriptions.getOrDefault("", "");
    }

    Reply refundOffer() {
        return world.get("/subscriptions/" + subscriptionId() + "/refund-offer");
    }

    Reply cancelsWithRefund() {
        return ofSubscription("/cancellation", "{\"reason\": \"NOT_USED\", \"refund\": true}");
    }

    /** Of the subscription to this product, whichever was ordered last. */
    Reply cancelsWithRefund(String product) {
        Reply held = get("/subscriptions?limit=100");
        String id =
                held.each("/items", "/id").get(held.each("/items", "/product").indexOf(product));
        return world.send(
                "POST",
                "/subscriptions/" + id + "/cancellation",
                OWNER,
                "{\"reason\": \"NOT_USED\", \"refund\": true}");
    }

    Reply reactivates() {
        return world.send(
                "DELETE", "/subscriptions/" + subscriptionId() + "/cancellation", OWNER, "");
    }

    /** Gives licences to so many users. */
    void assigns(int users) {
        for (int user = 1; user <= users; user++) {
            licence("PUT", user).done();
        }
    }

    /** Takes the licence of the user with this number. */
    void unassigns(int user) {
        licence("DELETE", user).done();
    }

    private Reply licence(String method, int user) {
        return world.send(
                method, "/subscriptions/" + subscriptionId() + "/licences/u" + user, OWNER, "");
    }

    Reply uses(String at) {
        return ofSubscription("/usage", "{\"usedAt\": \"" + at + "\"}");
    }

    private Reply ofSubscription(String path, String body) {
        return world.send("POST", "/subscriptions/" + subscriptionId() + path, OWNER, body);
    }

    Reply refundsPayment(String actor, String reference, String amount) {
        return world.send(
                "POST",
                "/payments/" + ownReference(reference) + "/refunds",
                actor,
                """
                {"amount": {"amount": "%s", "currency": "USD"}, "reason": "asked for"}
                """
                        .formatted(amount));
    }

    private String ownReference(String reference) {
        return reference.startsWith("card:") ? reference.substring(5) : account + "-" + reference;
    }

    /** The card payment of the first invoice. */
    String cardPayment() {
        return "card:" + invoice(1).at("/payments/0/reference");
    }

    /** The provider takes the first card payment back. */
    Reply disputes(String body) {
        return dispute("POST", body);
    }

    Reply disputeEnds(String outcome) {
        return dispute("PUT", "{\"outcome\": \"" + outcome + "\"}");
    }

    private Reply dispute(String method, String body) {
        String reference = ownReference(cardPayment());
        return world.send(method, "/payments/" + reference + "/disputes", FINANCE, body);
    }

    /** Writes an invoice off, or lets it be void. */
    Reply givesUp(String actor, int invoice, String how) {
        return world.send(
                "POST",
                "/invoices/" + invoice(invoice).at("/number") + "/" + how,
                actor,
                "{\"reason\": \"lost\"}");
    }

    Reply paysOn(String valueDate, String amount, String reference) {
        return post(
                FINANCE,
                "/payments",
                """
                {"amount": {"amount": "%s", "currency": "USD"}, "reference": "%s-%s",
                 "valueDate": "%s"}
                """
                        .formatted(amount, account, reference, valueDate));
    }

    Reply paysInEuro(String amount, String reference) {
        return post(
                FINANCE,
                "/payments",
                """
                {"amount": {"amount": "%s", "currency": "EUR"}, "reference": "%s-%s"}
                """
                        .formatted(amount, account, reference));
    }

    void paysWith(String token) {
        String body = "{\"token\": \"" + token + "\"}";
        world.send("PUT", "/accounts/" + account + "/payment-method", OWNER, body).done();
    }

    void owedThen(String asOf, String knownAt, String owed) {
        get("/balance?asOf=" + asOf + "&knownAt=" + knownAt).has("/balances/0/owed", owed);
    }

    /** Debits less credits of a ledger account in the journal of this account. */
    @CanIgnoreReturnValue
    Customer booked(String code, String expected) {
        assertThat(AccountBooks.of(get("/journal?limit=500")).balance(code)).isEqualTo(expected);
        return this;
    }

    /** What is owed, and what may be spent. */
    void owes(String owed, String credit) {
        balance().has("/balances/0/owed", owed).has("/balances/0/credit", credit);
    }

    void deferred(String amount) {
        balance().has("/balances/0/deferred", amount);
    }

    /** Closes the books of everybody. */
    Reply closes(String actor, String month) {
        return world.send("POST", "/books/periods/" + month + "/close", actor, "");
    }

    /** What the books of everybody say. */
    Reply books(String path) {
        return world.get(path);
    }

    /** How many invoices there are. */
    void hasInvoices(int count) {
        assertThat(invoices().each("/items", "/number")).hasSize(count);
    }
}
