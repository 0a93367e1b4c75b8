package dev.mastro.command;

import dev.mastro.eventstore.platform.SimulatedClock;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side as it runs, on an empty PostgreSQL database and a port of its own. */
public final class CommandSide implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CommandSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts with the simulated clock at this instant. */
    public static CommandSide startedAt(String instant) {
        return startedAt(instant, Map.of());
    }

    /** As {@link #startedAt(String)}, with settings of its own. */
    public static CommandSide startedAt(String instant, Map<String, Object> more) {
        return startedAt(instant, EmbeddedPostgres.shared().freshDatabase(), more);
    }

    /** One of several processes on this database. */
    public static CommandSide startedAt(
            String instant, Database database, Map<String, Object> more) {
        String[] settings =
                Stream.of(
                                Map.<String, Object>of(
                                        "server.port", "0",
                                        "server.address", "127.0.0.1",
                                        "mastro.clock", "simulated",
                                        "mastro.clock.start", instant,
                                        "mastro.event-store.require-durable", "false",
                                        "spring.main.log-startup-info", "false",
                                        "logging.level.root", "WARN"),
                                database.springProperties(),
                                more)
                        .flatMap(map -> map.entrySet().stream())
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new CommandSide(CommandSideApplication.builder().run(settings));
    }

    /** Moves the clock and runs nothing of what falls due on the way. */
    public void moveTo(String instant) {
        ((SimulatedClock) context.getBean(Clock.class)).moveTo(Instant.parse(instant));
    }

    /** A client of it, acting as the default owner. */
    public Client client() {
        return new Client(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Takes all connections of its pool, as others do that are slow. */
    public List<Connection> takeConnections() {
        DataSource pool = context.getBean(DataSource.class);
        List<Connection> taken = new ArrayList<>();
        while (true) {
            try {
                Connection connection = pool.getConnection();
                taken.add(connection);
                connection.createStatement().execute("SELECT 1");
            } catch (SQLException e) {
                return taken;
            }
        }
    }

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Shows each command when it is handled. */
    public void watch(Consumer<CommandMessage<?>> watcher) {
        bean(SimpleCommandBus.class)
                .registerHandlerInterceptor((work, commands) -> {
                    watcher.accept(work.getMessage());
                    return commands.proceed();
                });
    }

    /** Its database. */
    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** How many events there are. */
    public long events() {
        return jdbc().sql("SELECT count(*) FROM ledger_event").query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
