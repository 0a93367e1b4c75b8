package dev.mastro.chaos.load;

import dev.mastro.chaos.history.Recorder;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.world.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests and takes the answer, or the lack of one, for what it is. */
public final class Sender implements AutoCloseable {

    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(GIVES_UP_AFTER)
                    .build();
    private final AtomicLong count = new AtomicLong();
    private final long begunAt = System.nanoTime();
    private final String run;
    private final Recorder recorder;

    /** Each run has a name of its own, which begins the id of each of its sendings. */
    public Sender(String run, Recorder recorder) {
        this.run = run;
        this.recorder = recorder;
    }

    /** Sends once and records it. */
    public Sending send(Request request, Role role, Node node) {
        String id = run + "#" + count.incrementAndGet();
        long sentAt = System.nanoTime();
        Sending sending;
        try {
            HttpResponse<String> answer =
                    http.send(http(request, id, node), BodyHandlers.ofString());
            boolean replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
            sending =
                    new Sending(
                            id,
                            role,
                            request,
                            node.name(),
                            answer.statusCode(),
                            answer.body(),
                            replayed,
                            answer.headers().firstValue("Retry-After").isPresent(),
                            millis(sentAt - begunAt),
                            millis(System.nanoTime() - sentAt));
        } catch (IOException e) {
            sending = unanswered(id, role, request, node, sentAt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sending = unanswered(id, role, request, node, sentAt);
        }
        recorder.add(sending);
        return sending;
    }

    private Sending unanswered(String id, Role role, Request request, Node node, long sentAt) {
        return new Sending(
                id,
                role,
                request,
                node.name(),
                0,
                null,
                false,
                false,
                millis(sentAt - begunAt),
                millis(System.nanoTime() - sentAt));
    }

    private static HttpRequest http(Request request, String id, Node node) {
        return HttpRequest.newBuilder(URI.create(node.url() + request.path()))
                .timeout(GIVES_UP_AFTER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .header("X-Request-Id", id)
                .header("X-Actor", "support:chaos")
                .POST(BodyPublishers.ofString(request.body()))
                .build();
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    public void close() {
        http.close();
    }
}
