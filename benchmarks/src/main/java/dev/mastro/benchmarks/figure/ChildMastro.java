package dev.mastro.benchmarks.figure;

import dev.mastro.MastroApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Mastro in a process of its own, as {@code ./mastro run} starts it; without that script, as in
 * tests, from the classes that are there.
 */
final class ChildMastro implements AutoCloseable {

    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();
    private static final double NANOS = 1e9;
    private static final double KIBIBYTES = 1024;
    private static final int OK = 200;

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private ChildMastro(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** The first run makes the database cluster and the cache; that is not what is measured. */
    static void prepare(Path folder) {
        start(folder).close();
    }

    static ChildMastro start(Path folder) {
        int port = freePort();
        long begin = System.nanoTime();
        try {
            Process process =
                    new ProcessBuilder(command(folder, port))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    folder.resolveSibling(folder.getFileName() + ".log").toFile())
                            .start();
            awaitReady(process, port, begin + LONGEST_START.toNanos());
            return new ChildMastro(process, port, (System.nanoTime() - begin) / NANOS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process", e);
        }
    }

    private static List<String> command(Path folder, int port) {
        String launcher = System.getenv("MASTRO_LAUNCHER");
        List<String> command =
                launcher == null ? withTheseClasses() : new ArrayList<>(List.of(launcher, "run"));
        command.add("--port=" + port);
        command.add("--data=" + folder);
        return command;
    }

    private static List<String> withTheseClasses() {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-cp");
        command.add(classPath);
        if (classPath.contains(File.pathSeparator)) {
            command.add(MastroApplication.class.getName());
        } else {
            command.add("-Dloader.main=" + MastroApplication.class.getName());
            command.add(LAUNCHER);
        }
        return command;
    }

    private static void awaitReady(Process process, int port, long deadline) {
        URI ready = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, ready)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("Mastro did not start");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static boolean answers(HttpClient http, URI uri) {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    double secondsToReady() {
        return secondsToReady;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /** As Linux counts it, the database server not included. */
    double residentMebibytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / KIBIBYTES;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + status, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
