package dev.mastro.mail;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Mastro in a process of its own, so that it can be killed. */
final class ChildProcess implements AutoCloseable {

    private static final Duration STARTED_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final URI server;

    private ChildProcess(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    /** With settings that differ from the shipped ones, each as {@code name=value}. */
    static ChildProcess start(Path data, Path log, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.mastro.MastroApplication",
                        "--port=" + port,
                        "--data=" + data,
                        "--clock=2025-04-01T08:00:00Z"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        ChildProcess child = new ChildProcess(process, URI.create("http://127.0.0.1:" + port));
        await().atMost(STARTED_WITHIN).until(child::isReady);
        return child;
    }

    URI baseUrl() {
        return server.resolve("/api/v1");
    }

    /** SIGKILL: no shutdown hook runs. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("ended with " + process.exitValue());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ask =
                    HttpRequest.newBuilder(server.resolve("/actuator/health/readiness")).build();
            return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
