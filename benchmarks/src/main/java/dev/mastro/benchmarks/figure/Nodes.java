package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.http.LedgerClient;
import dev.mastro.command.CommandSideApplication;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySideApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A command side and a query side that share nothing but the database. */
final class Nodes implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext commands;
    private final ConfigurableApplicationContext queries;

    Nodes(Path folder) {
        postgres = EmbeddedPostgres.start(folder);
        Database database = postgres.database("bench");
        commands = start(CommandSideApplication.builder(), database);
        queries =
                start(
                        QuerySideApplication.builder().properties("db-scheduler.enabled=false"),
                        database);
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder side, Database database) {
        Map<String, Object> settings = new HashMap<>(database.springProperties());
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.main.log-startup-info", false);
        settings.put("logging.level.root", "WARN");
        return side.run(Arguments.of(settings));
    }

    LedgerClient client() {
        String port = commands.getEnvironment().getRequiredProperty("local.server.port");
        return new LedgerClient(URI.create("http://127.0.0.1:" + port + "/api/v1"));
    }

    /** A part of the query side. */
    <T> T ofQuerySide(Class<T> type) {
        return queries.getBean(type);
    }

    @Override
    public void close() {
        queries.close();
        commands.close();
        postgres.close();
    }
}
