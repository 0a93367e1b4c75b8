package dev.mastro.command.http;

import dev.mastro.command.work.Answer;
import dev.mastro.shared.codec.LedgerJson;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where to read what a write created, as far as it has an address of its own. */
final class Locations {

    private static final int CREATED = 201;
    private static final String API = "/api/v1/";
    private static final JsonMapper JSON = LedgerJson.mapper();

    private Locations() {}

    static Optional<URI> of(Answer answer) {
        return answer.status() == CREATED
                ? path(JSON.readTree(answer.body())).map(path -> URI.create(API + path))
                : Optional.empty();
    }

    private static Optional<String> path(JsonNode receipt) {
        String account = "accounts/" + text(receipt, "/accountId");
        if (text(receipt, "/events/0/type").equals("AccountOpened")) {
            return Optional.of(account);
        }
        if (receipt.has("order")) {
            return Optional.of(
                    receipt.has("invoice")
                            ? "invoices/" + text(receipt, "/invoice/id")
                            : "subscriptions/" + text(receipt, "/subscription/id"));
        }
        return receipt.has("credit") ? Optional.of(account + "/credits") : Optional.empty();
    }

    private static String text(JsonNode receipt, String pointer) {
        return receipt.at(pointer).asString("");
    }
}
