package dev.mastro.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A notification in the transaction of an append would take a lock for the whole database. */
class NewsApartTest {

    /** Comes before the function of PostgreSQL that we call, and writes down who calls it. */
    private static final String WATCH =
            """
            CREATE SCHEMA watch;
            CREATE TABLE watch.told (transaction xid NOT NULL, channel text NOT NULL);
            CREATE FUNCTION watch.pg_notify(text, text) RETURNS void LANGUAGE sql AS
            'INSERT INTO watch.told VALUES (pg_current_xact_id()::xid, $1);
             SELECT pg_catalog.pg_notify($1, $2)';
            GRANT USAGE ON SCHEMA watch TO public;
            GRANT ALL ON watch.told TO public;
            """;

    private static final String EVENTS_OF_WHO_TOLD =
            """
            SELECT count(*) FROM ledger_event AS event
              JOIN watch.told ON told.transaction = event.xmin
            """;

    @Test
    void nobody_is_told_in_the_transaction_of_an_append() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        JdbcClient.create(database.dataSource()).sql(WATCH).update();
        String separator = database.url().contains("?") ? "&" : "?";
        String watched = database.url() + separator + "currentSchema=watch,pg_catalog,public";
        try (StoreFixture store =
                StoreFixture.start(database, Map.of("spring.datasource.url", watched))) {
            append(store, StoreFixture.events("together", 3));
            store.publish(StoreFixture.events("alone", 2));
            await().untilAsserted(() -> assertThat(channels(store)).contains("ledger_seal"));

            assertThat(count(store, EVENTS_OF_WHO_TOLD)).isZero();

            inOneTransaction(store);
            assertThat(count(store, EVENTS_OF_WHO_TOLD)).as("the check sees it").isEqualTo(4);
        }
    }

    /** As a command does, whose facts go into the batch of a writer. */
    private static void append(StoreFixture store, List<? extends DomainEventMessage<?>> events) {
        DefaultUnitOfWork.startAndGet(events.getFirst())
                .execute(() -> store.bean(EventStore.class).publish(events));
    }

    private static void inOneTransaction(StoreFixture store) {
        new TransactionTemplate(store.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> {
                    store.jdbc().sql("SELECT pg_notify('x', 'y')").query(row -> {});
                    append(store, StoreFixture.events("told", 4));
                });
    }

    private static List<String> channels(StoreFixture store) {
        return store.jdbc()
                .sql("SELECT channel FROM watch.told")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static long count(StoreFixture store, String sql) {
        return store.jdbc().sql(sql).query(Long.class).single();
    }
}
