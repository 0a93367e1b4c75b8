package dev.mastro.chaos.world;

import dev.mastro.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process of a side, which can be killed, stopped for a while, and started again. */
public final class Node implements AutoCloseable {

    /** What a shell calls the end by SIGKILL. */
    public static final int KILLED = 137;

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Side side;
    private final int port;
    private final Link link;
    private final LogFile log;
    private final Map<String, String> settings;
    private Map<String, String> environment = Map.of();
    private @Nullable Process process;

    Node(String name, Side side, Link link, Path folder, Map<String, String> settings) {
        this.name = name;
        this.side = side;
        this.port = Ports.free();
        this.link = link;
        this.log = new LogFile(folder.resolve(name + ".log"));
        this.settings = settings;
    }

    /** Which one it is; its sessions of the database carry the name too. */
    public String name() {
        return name;
    }

    /** Where its contract is served. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    /** Its way to the database. */
    public Link link() {
        return link;
    }

    /** What the next start finds in its environment besides ours. */
    public void setEnvironment(Map<String, String> more) {
        environment = Map.copyOf(more);
    }

    void start(Database database, boolean isLegible) {
        start(database, isLegible, StartCache.of(side).read());
    }

    /** Starts as usual, and makes what later starts are faster with when it is stopped. */
    void startToBeRemembered(Database database) {
        start(database, false, StartCache.of(side).made());
    }

    private void start(Database database, boolean isLegible, List<String> options) {
        ProcessBuilder builder =
                new ProcessBuilder(JavaProgram.command(options, side.mainClass(), arguments()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        database.at(url(database, isLegible))
                .springProperties()
                .forEach((name, value) -> builder.environment().put(variable(name), "" + value));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it can do its work. */
    public void awaitReady() {
        Patience.until(
                STARTS_WITHIN,
                name + " is ready, see " + log.path(),
                () -> {
                    if (!isAlive()) {
                        throw new Patience.TooLate(
                                "%s has ended, see %s".formatted(name, log.path()));
                    }
                    return isReady();
                });
    }

    /** Whether it says that it can do its work. */
    public boolean isReady() throws IOException, InterruptedException {
        URI readiness = url().resolve("/actuator/health/readiness");
        HttpRequest question = HttpRequest.newBuilder(readiness).timeout(ANSWERS_WITHIN).build();
        return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Whether its process is there. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** How long its log is now. */
    public long logSize() {
        return log.size();
    }

    /** What it has written since. */
    public String logSince(long size) {
        return log.since(size);
    }

    /** SIGKILL: nothing of it runs any more. Answers how it ended. */
    public int kill() {
        Process victim = running();
        victim.destroyForcibly();
        return ended(victim);
    }

    /** SIGSTOP: it is there and does nothing. */
    public void pause() {
        Processes.signal("STOP", running().pid());
    }

    /** SIGCONT: it goes on as if nothing had been. */
    public void goOn() {
        Processes.signal("CONT", running().pid());
    }

    /** SIGQUIT: Java writes what each of its threads does into the log. */
    void logThreads() {
        Processes.signal("QUIT", running().pid());
    }

    /** SIGTERM: it ends in order. */
    void stop() {
        running().destroy();
        var _ = ended(running());
    }

    @Override
    public void close() {
        if (isAlive()) {
            running().destroyForcibly();
            var _ = ended(running());
        }
        link.close();
        http.close();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--server.shutdown=immediate");
        arguments.add("--spring.main.log-startup-info=false");
        arguments.add("--logging.level.org.flywaydb.core.internal.command.DbMigrate=error");
        if (side == Side.QUERY) {
            // Only here does it find the scheduler of the command side on its class path.
            arguments.add("--db-scheduler.enabled=false");
        }
        settings.forEach((setting, value) -> arguments.add("--" + setting + "=" + value));
        return arguments;
    }

    /** Passwords are not for the command line. */
    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private String url(Database database, boolean isLegible) {
        String path = URI.create(database.url().substring("jdbc:".length())).getPath();
        return "jdbc:postgresql://127.0.0.1:%d%s?ApplicationName=%s%s"
                .formatted(link.port(), path, name, isLegible ? "&prepareThreshold=0" : "");
    }
}
