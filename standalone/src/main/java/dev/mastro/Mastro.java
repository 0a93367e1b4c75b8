package dev.mastro;

import dev.mastro.eventstore.checkpoint.RefusedLog;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.postgres.PostgresUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running Mastro: its database server and, on top of it, both sides. */
public final class Mastro implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;
    private final Runnable stopAfterContext;

    private Mastro(
            EmbeddedPostgres postgres,
            ConfigurableApplicationContext context,
            Runnable stopAfterContext) {
        this.postgres = postgres;
        this.context = context;
        this.stopAfterContext = stopAfterContext;
    }

    /**
     * Starts the database server first and stops it last, also when the process is told to end.
     *
     * @throws RefusedStart with one line that says why it cannot start
     */
    public static Mastro start(RunOptions options) {
        refuseBusyPort(options.port());
        try {
            return startOn(EmbeddedPostgres.start(options.data()), options);
        } catch (PostgresUnavailable e) {
            throw RefusedStart.notNow(String.valueOf(e.getMessage()));
        }
    }

    private static Mastro startOn(EmbeddedPostgres postgres, RunOptions options) {
        Runnable stop = postgres::close;
        SpringApplication.getShutdownHandlers().add(stop);
        try {
            SpringApplication application = new SpringApplication(MastroApplication.class);
            // Each side brings an application.yaml of its own for when it starts alone.
            application.setDefaultProperties(Map.of("spring.config.name", "standalone"));
            Map<String, Object> properties = properties(options, postgres.database("mastro"));
            application.addInitializers(context ->
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("run-options", properties)));
            return new Mastro(postgres, application.run(), stop);
        } catch (RuntimeException e) {
            SpringApplication.getShutdownHandlers().remove(stop);
            postgres.close();
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(RuntimeException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof RefusedLog)) {
            cause = cause.getCause();
        }
        return cause == null ? failure : RefusedStart.notNow(String.valueOf(cause.getMessage()));
    }

    /** Where the HTTP contract is served. */
    public URI baseUrl() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        SpringApplication.getShutdownHandlers().remove(stopAfterContext);
        postgres.close();
    }

    private static Map<String, Object> properties(RunOptions options, Database database) {
        Map<String, Object> properties = new HashMap<>(database.springProperties());
        properties.put("server.port", options.port());
        properties.put("server.address", "127.0.0.1");
        properties.put("mastro.data", options.data().toAbsolutePath().normalize().toString());
        properties.put("mastro.clock", options.clockStart().isPresent() ? "simulated" : "real");
        options.clockStart()
                .ifPresent(start -> properties.put("mastro.clock.start", start.toString()));
        return properties;
    }

    /** Before the database starts, so that the answer comes at once. */
    private static void refuseBusyPort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw RefusedStart.notNow(
                    "port %d is not free (%s): choose another one with --port="
                            .formatted(port, e.getMessage()));
        }
    }
}
