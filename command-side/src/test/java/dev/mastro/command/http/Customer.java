package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;

/** One account, seen from outside. */
final class Customer {

    private final Client http;
    private final Reply opened;
    private String subscription = "";
    private String invoice = "";

    private Customer(Client http, Reply opened) {
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        this.http = http;
        this.opened = opened;
    }

    static Customer open(Client http, String request) {
        return new Customer(http, http.post("/api/v1/accounts", request));
    }

    /** Buys from Zoom and pays by transfer, 30 days net. */
    static Customer onInvoice(Client http) {
        return open(http, NewAccount.ON_INVOICE);
    }

    String id() {
        return opened.at("/accountId");
    }

    String number() {
        return opened.at("/accountNumber");
    }

    String path(String rest) {
        return "/api/v1/accounts/" + id() + rest;
    }

    /** The subscription started last. */
    String subscription() {
        return subscription;
    }

    /** The invoice of the order placed last. */
    String invoice() {
        return invoice;
    }

    @CanIgnoreReturnValue
    Reply start(String product, int licences) {
        return ordered(
                http,
                """
                {"changes": [{"type": "START", "product": "%s", "cycle": "MONTHLY",
                              "licences": %d}]}
                """
                        .formatted(product, licences));
    }

    /** As support records what was agreed on an earlier day. */
    @CanIgnoreReturnValue
    Reply startedOn(String day, String product, int licences) {
        return ordered(
                http.as("support:eve"),
                """
                {"changes": [{"type": "START", "product": "%s", "cycle": "MONTHLY",
                              "licences": %d}], "effectiveOn": "%s"}
                """
                        .formatted(product, licences, day));
    }

    private Reply ordered(Client orderer, String body) {
        Reply reply = orderer.post(path("/orders"), body);
        return started(reply);
    }

    /** Remembers what an answer says was created. */
    @CanIgnoreReturnValue
    Reply started(Reply reply) {
        subscription = reply.at("/subscription/id");
        invoice = reply.at("/invoice/id");
        return reply;
    }

    Reply adjust(String verb, int total) {
        return post("/" + verb, adjusting(total));
    }

    String adjusting(int total) {
        return """
        {"changes": [{"type": "ADJUST_LICENCES", "subscription": "%s", "total": %d}]}
        """
                .formatted(subscription, total);
    }

    @CanIgnoreReturnValue
    Reply pay(String amount, String reference) {
        return post(
                "/payments",
                """
                {"amount": {"amount": "%s", "currency": "USD"}, "reference": "%s"}
                """
                        .formatted(amount, reference));
    }

    @CanIgnoreReturnValue
    Reply post(String rest, String body) {
        return http.post(path(rest), body);
    }

    Customer through(Client other) {
        Customer same = new Customer(other, opened);
        same.subscription = subscription;
        same.invoice = invoice;
        return same;
    }
}
