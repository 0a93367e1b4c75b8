package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.TestAccount;
import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.MessageSerializer;
import dev.mastro.eventstore.postgres.LedgerSignals;
import dev.mastro.eventstore.postgres.LedgerTokenStore;
import dev.mastro.eventstore.seal.Sealer;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** No server is there: the process starts all the same and keeps trying to reach one. */
class AxonServerModeTest {

    private static StoreFixture store;

    @BeforeAll
    static void start() throws IOException {
        store =
                StoreFixture.start(
                        EmbeddedPostgres.shared().freshDatabase(),
                        Map.of(
                                "mastro.event-store", "axon-server",
                                "axon.axonserver.servers", "localhost:" + closedPort(),
                                "logging.level.io.axoniq", "OFF",
                                "logging.level.org.axonframework.axonserver", "OFF"),
                        TestAccount.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void events_commands_and_queries_go_through_the_server() {
        assertIs(EventStore.class, AxonServerEventStore.class);
        assertIs(CommandBus.class, AxonServerCommandBus.class);
        assertIs(QueryBus.class, AxonServerQueryBus.class);
        assertThat(store.bean(AxonServerCommandBus.class).localSegment())
                .isInstanceOf(SimpleCommandBus.class);
    }

    @Test
    void tokens_and_transactions_stay_on_postgresql() {
        assertIs(TransactionManager.class, SpringTransactionManager.class);
        assertIs(TokenStore.class, LedgerTokenStore.class);
    }

    @Test
    void nothing_of_the_postgresql_log_is_there() {
        assertThat(store.context().getBeansOfType(EventStorageEngine.class)).isEmpty();
        assertThat(store.context().getBeansOfType(PersistenceExceptionResolver.class)).isEmpty();
        assertThat(store.context().getBeansOfType(LedgerSignals.class)).isEmpty();
        assertThat(store.context().getBeansOfType(Sealer.class)).isEmpty();
    }

    @Test
    void the_serializers_are_the_same_as_on_postgresql() {
        Configuration axon = store.bean(Configuration.class);

        assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
        assertThat(axon.messageSerializer()).isInstanceOf(MessageSerializer.class);
        assertThat(axon.serializer()).isInstanceOf(MessageSerializer.class);
    }

    @Test
    void health_says_that_the_server_is_missing() {
        assertThat(store.bean(AxonServerHealth.class).health().getStatus()).isEqualTo(Status.DOWN);
    }

    private static void assertIs(Class<?> role, Class<?> expected) {
        assertThat(store.bean(role)).isExactlyInstanceOf(expected);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
