package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.append.LedgerConflicts;
import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.MessageSerializer;
import dev.mastro.eventstore.postgres.LedgerEventStore;
import dev.mastro.eventstore.postgres.LedgerStorageEngine;
import dev.mastro.eventstore.postgres.LedgerTokenStore;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.timeout.HandlerTimeoutHandlerEnhancerDefinition;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventStoreConfigurationTest {

    private static StoreFixture store;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void plain_jdbc_is_enough_for_every_bean_that_axon_would_guess_wrong() {
        assertIs(TransactionManager.class, SpringTransactionManager.class);
        assertIs(ConnectionProvider.class, UnitOfWorkAwareConnectionProviderWrapper.class);
        assertIs(PersistenceExceptionResolver.class, LedgerConflicts.class);
        assertIs(EventStorageEngine.class, LedgerStorageEngine.class);
        assertIs(EventBus.class, LedgerEventStore.class);
        assertIs(TokenStore.class, LedgerTokenStore.class);
        assertIs(CommandBus.class, SimpleCommandBus.class);
        assertIs(QueryBus.class, SimpleQueryBus.class);
    }

    @Test
    void axon_itself_uses_these_beans() {
        Configuration axon = store.bean(Configuration.class);

        assertThat(axon.eventStore()).isSameAs(store.bean(LedgerEventStore.class));
        assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
        assertThat(axon.serializer()).isInstanceOf(MessageSerializer.class);
        assertThat(axon.messageSerializer()).isInstanceOf(MessageSerializer.class);
        assertThat(axon.getComponent(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class);
        assertThat(axon.correlationDataProviders()).hasSize(2);
    }

    @Test
    void nothing_phones_home_or_times_handlers_or_looks_for_a_server() {
        assertThat(store.context().getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(store.context().getBeansOfType(HandlerTimeoutHandlerEnhancerDefinition.class))
                .isEmpty();
        assertThat(store.context().getBeansOfType(AxonServerConnectionManager.class)).isEmpty();
        assertThat(store.context().getEnvironment().getProperty("axon.axonserver.enabled"))
                .isEqualTo("false");
    }

    private static void assertIs(Class<?> role, Class<?> expected) {
        assertThat(store.bean(role)).isExactlyInstanceOf(expected);
    }
}
