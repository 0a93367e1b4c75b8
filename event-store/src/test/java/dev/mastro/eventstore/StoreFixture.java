package dev.mastro.eventstore;

import dev.mastro.eventstore.platform.EventStoreConfiguration;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the module as an application would, on an empty PostgreSQL database. */
public final class StoreFixture implements AutoCloseable {

    /** What an application has to add to the module. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    public static class Application {}

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final ConfigurableApplicationContext context;

    private final Database database;

    private StoreFixture(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    public static StoreFixture start(Class<?>... more) {
        return start(EmbeddedPostgres.shared().freshDatabase(), Map.of(), more);
    }

    public static StoreFixture start(
            Database database, Map<String, Object> properties, Class<?>... more) {
        Class<?>[] sources =
                Stream.concat(Stream.of(Application.class), Stream.of(more))
                        .toArray(Class<?>[]::new);
        Map<String, Object> settings =
                new HashMap<>(
                        Map.of(
                                "mastro.event-store.require-durable", "false",
                                "spring.main.banner-mode", "off",
                                "spring.main.log-startup-info", "false",
                                "logging.level.root", "WARN"));
        settings.putAll(database.springProperties());
        settings.putAll(properties);
        String[] arguments =
                settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new);
        return new StoreFixture(
                database,
                new SpringApplicationBuilder(sources).web(WebApplicationType.NONE).run(arguments));
    }

    public static DomainEventMessage<LedgerEvent> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>(
                "Account",
                aggregate,
                sequence,
                new AccountClosed(new AccountId(new UUID(0, 1)), "moved", DAY));
    }

    public static List<DomainEventMessage<LedgerEvent>> events(String aggregate, int count) {
        return IntStream.range(0, count).mapToObj(i -> event(aggregate, i)).toList();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    /** As who may do more with the log than the application. */
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(database.dataSource());
    }

    public long count() {
        return jdbc().sql("SELECT count(*) FROM ledger_event").query(Long.class).single();
    }

    /** Publishes in one unit of work with a transaction, as a command handler would. */
    public void publish(List<? extends DomainEventMessage<?>> events) {
        publish(bean(EventStore.class), events);
    }

    public void publish(EventStore store, List<? extends DomainEventMessage<?>> events) {
        UnitOfWork<DomainEventMessage<?>> work = DefaultUnitOfWork.startAndGet(events.getFirst());
        work.attachTransaction(bean(TransactionManager.class));
        work.execute(() -> store.publish(events));
    }

    @Override
    public void close() {
        context.close();
    }
}
