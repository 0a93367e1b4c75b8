package dev.mastro.benchmarks.figure;

import dev.mastro.eventstore.platform.EventStoreConfiguration;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store alone, on a PostgreSQL of its own that flushes. */
final class Store implements AutoCloseable {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** Enough for the baseline, which keeps a connection for each command. */
    private static final int CONNECTIONS = 40;

    private final EmbeddedPostgres postgres;
    private final Database database;
    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    static class Application {}

    Store(Path folder) {
        postgres = EmbeddedPostgres.start(folder);
        database = postgres.database("bench");
        Map<String, Object> settings = new HashMap<>(database.springProperties());
        settings.put("spring.datasource.hikari.maximum-pool-size", CONNECTIONS);
        settings.put("spring.main.banner-mode", "off");
        settings.put("mastro.event-store.announce", "false");
        settings.put("logging.level.root", "WARN");
        context =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .run(Arguments.of(settings));
    }

    /** A small fact that opens a stream of its own. */
    static DomainEventMessage<?> fact() {
        UUID account = UUID.randomUUID();
        return new GenericDomainEventMessage<>(
                "Account",
                account.toString(),
                0,
                new AccountClosed(new AccountId(account), "moved", DAY));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Serializer eventSerializer() {
        return context.getBean("eventSerializer", Serializer.class);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    Database database() {
        return database;
    }

    int port() {
        return postgres.port();
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
    }
}
