package dev.mastro.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a customer's program uses it. */
record Product(URI baseUrl) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Opens an account and answers its id. */
    String open(String seller, String email, String locale) {
        return post(
                        "/accounts",
                        """
                        {"seller": "%s", "name": "Ada Lovelace", "email": "%s", "country": "US",
                         "currency": "USD", "locale": "%s", "paymentMethod": "tok_ok"%s}
                        """
                                .formatted(seller, email, locale, terms(seller)))
                .path("accountId")
                .asString();
    }

    /** Orders licences of a product for months. */
    JsonNode order(String account, String product, int licences) {
        return post(
                "/accounts/" + account + "/orders",
                """
                {"changes": [{"type": "START", "product": "%s", "cycle": "MONTHLY",
                  "licences": %d}]}
                """
                        .formatted(product, licences));
    }

    JsonNode adjust(String account, String subscription, int total) {
        return post(
                "/accounts/" + account + "/orders",
                """
                {"changes": [{"type": "ADJUST_LICENCES", "subscription": "%s", "total": %d}]}
                """
                        .formatted(subscription, total));
    }

    void moveClock(String instant) {
        JsonNode moved =
                send(
                        request("/clock")
                                .method(
                                        "PUT",
                                        BodyPublishers.ofString("{\"now\": \"" + instant + "\"}")));
        if (moved.path("run").path("failed").asInt(1) != 0) {
            throw new AssertionError(moved);
        }
    }

    JsonNode put(String path, String body) {
        return send(request(path).method("PUT", BodyPublishers.ofString(body)));
    }

    JsonNode post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    byte[] file(String path) {
        return exchange(request(path).GET(), BodyHandlers.ofByteArray());
    }

    private static String terms(String seller) {
        return seller.equals("goto") ? "" : ", \"acceptTerms\": \"2015-01\"";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        return JSON.readTree(exchange(request, BodyHandlers.ofString()));
    }

    private static <T> T exchange(HttpRequest.Builder request, BodyHandler<T> as) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), as).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
