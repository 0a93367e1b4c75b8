package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;

/** A subscription of an account, and what its customer does with it over HTTP. */
record Held(Client http, String account, String subscription) {

    private static final String API = "/api/v1";

    /** Opens an account with this body and starts a monthly product on it. */
    static Held started(Client http, String opening, String product, int licences) {
        String account = http.post(API + "/accounts", opening).at("/accountId");
        Reply reply =
                http.post(
                        API + "/accounts/" + account + "/orders",
                        """
                        {"changes": [{"type": "START", "product": "%s", "cycle": "MONTHLY",
                                      "licences": %d}]}
                        """
                                .formatted(product, licences));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return new Held(http, account, reply.at("/subscription/id"));
    }

    static void moveTo(Client http, String instant) {
        Reply moved = http.put(API + "/clock", "{\"now\": \"%s\"}".formatted(instant));
        assertThat(moved.at("/run/failed")).as(moved.body()).isEqualTo("0");
    }

    /** Asks for a quote or places an order of a total of licences. */
    @CanIgnoreReturnValue
    Reply adjust(String way, int total) {
        return change(way, "\"type\": \"ADJUST_LICENCES\", \"total\": " + total);
    }

    @CanIgnoreReturnValue
    Reply upgrade(String way, int total) {
        return change(
                way,
                "\"type\": \"CHANGE_PRODUCT\", \"product\": \"business\", \"total\": " + total);
    }

    @CanIgnoreReturnValue
    Reply change(String way, String change) {
        return http.post(
                API + "/accounts/" + account + "/" + way,
                "{\"changes\": [{\"subscription\": \"%s\", %s}]}".formatted(subscription, change));
    }

    void assign(String user) {
        http.put(API + "/subscriptions/" + subscription + "/licences/" + user, "{}");
    }

    void unassign(String user) {
        http.delete(API + "/subscriptions/" + subscription + "/licences/" + user);
    }

    void pay(String amount, String reference) {
        http.as("finance:ada")
                .post(
                        API + "/accounts/" + account + "/payments",
                        """
                        {"amount": {"amount": "%s", "currency": "USD"}, "reference": "%s"}
                        """
                                .formatted(amount, reference));
    }

    Reply downgrade() {
        return http.as("support:eve").post(API + "/accounts/" + account + "/downgrade", "{}");
    }
}
