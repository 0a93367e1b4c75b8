package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import dev.mastro.eventstore.LogPosition;
import dev.mastro.query.platform.ProjectionsCaughtUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One Mastro with one clock, on which all stories happen side by side. */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Mastro mastro;
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now;

    private World(Mastro mastro, Instant now) {
        this.mastro = mastro;
        this.now = now;
    }

    /** Plays all scenes of all stories in the order of their instants. */
    static void play(List<Story> stories, Path data) {
        List<Story.Scene> scenes =
                stories.stream()
                        .flatMap(story -> story.scenes().stream())
                        .sorted(Comparator.comparing(Story.Scene::at))
                        .toList();
        Instant start = scenes.getFirst().at();
        RunOptions options = RunOptions.defaults().withPort(0).withData(data).withClockStart(start);
        try (World world = new World(Mastro.start(options), start)) {
            Map<Story, Customer> customers = new HashMap<>();
            for (Story.Scene scene : scenes) {
                world.moveTo(scene.at());
                scene.play(
                        world, customers.computeIfAbsent(scene.story(), _ -> new Customer(world)));
            }
        }
    }

    Instant now() {
        return now;
    }

    /** Sends a write and waits until every read model has seen what it did. */
    Reply send(String method, String path, String actor, String body) {
        return send(
                request(path)
                        .header("X-Actor", actor)
                        .header("Prefer", "wait=30")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    private void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            Reply moved = send("PUT", "/clock", "system:test", "{\"now\": \"" + instant + "\"}");
            assertThat(moved.at("/run/failed")).as(moved.body()).isEqualTo("0");
            now = instant;
            long head =
                    mastro.context().getBean(LogPosition.class).settledHead(PATIENCE).orElseThrow();
            assertThat(mastro.context().getBean(ProjectionsCaughtUp.class).await(head, PATIENCE))
                    .isTrue();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(mastro.baseUrl() + path));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        mastro.close();
    }
}
