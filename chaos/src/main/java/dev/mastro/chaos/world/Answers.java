package dev.mastro.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Questions to nodes, and the few writes that have no key. */
public final class Answers {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int FIRST_FAILURE = 300;

    private Answers() {}

    /** What the node says; anything but success is an exception. */
    public static String get(Node node, String path) {
        return send(request(node, path).GET());
    }

    /** A write without a body. */
    public static String post(Node node, String path) {
        return send(request(node, path).POST(BodyPublishers.noBody()));
    }

    /** A write with a body. */
    public static String put(Node node, String path, String body) {
        return send(
                request(node, path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    /** By how many seconds the clock of a node is ahead of ours, as its answers say. */
    public static long secondsAhead(Node node) {
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(node.url().resolve("/actuator/health/liveness"))
                            .timeout(WITHIN)
                            .build();
            String date =
                    HTTP.send(question, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Date")
                            .orElseThrow();
            Instant there =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Duration.between(Clock.systemUTC().instant(), there).toSeconds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path)).timeout(WITHIN);
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_FAILURE) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
