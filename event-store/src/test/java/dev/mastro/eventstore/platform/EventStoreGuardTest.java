package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each wrong wiring below boots without complaint when nobody looks. */
class EventStoreGuardTest {

    private static final Map<String, Object> OVERRIDING =
            Map.of("spring.main.allow-bean-definition-overriding", "true");

    @Configuration(proxyBeanMethods = false)
    static class WithoutTransactions {

        @Bean
        TransactionManager axonTransactionManager() {
            return NoTransactionManager.INSTANCE;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithPlainSerializer {

        @Bean
        @Qualifier("eventSerializer")
        Serializer eventSerializer() {
            return Jackson3Serializer.builder().build();
        }
    }

    @Test
    void a_store_without_transactions_does_not_start() {
        assertThatThrownBy(() -> start(WithoutTransactions.class))
                .hasMessageContaining("SpringTransactionManager")
                .hasMessageContaining("NoTransactionManager");
    }

    @Test
    void a_store_with_another_serializer_does_not_start() {
        assertThatThrownBy(() -> start(WithPlainSerializer.class))
                .hasMessageContaining("EventSerializer")
                .hasMessageContaining("Jackson3Serializer");
    }

    @Test
    void a_server_that_may_forget_is_refused() {
        Database database = EmbeddedPostgres.shared().freshDatabase();

        assertThatThrownBy(() ->
                        StoreFixture.start(
                                database, Map.of("mastro.event-store.require-durable", "true")))
                .hasMessageContaining("fsync=off")
                .hasMessageContaining("mastro.event-store.require-durable=false");
    }

    @Test
    void appends_that_survive_a_rollback_are_noticed() {
        try (StoreFixture store = StoreFixture.start()) {
            AppendProbe probe =
                    new AppendProbe(
                            NoTransactionManager.INSTANCE,
                            store.bean(EventStorageEngine.class),
                            new ProcessIdentity("canary"));

            assertThatThrownBy(probe::check).hasMessageContaining("survived its rollback");
        }
    }

    @Test
    void a_sound_store_starts_and_keeps_nothing_of_the_probe() {
        try (StoreFixture store = StoreFixture.start()) {
            assertThat(store.count()).isZero();
        }
    }

    @Test
    void an_unknown_kind_of_store_is_refused_by_name() {
        Database database = EmbeddedPostgres.shared().freshDatabase();

        assertThatThrownBy(
                        () -> StoreFixture.start(database, Map.of("mastro.event-store", "kafka")))
                .hasMessage("mastro.event-store is kafka, but must be postgres or axon-server");
    }

    private static void start(Class<?> wrong) {
        StoreFixture.start(EmbeddedPostgres.shared().freshDatabase(), OVERRIDING, wrong).close();
    }
}
