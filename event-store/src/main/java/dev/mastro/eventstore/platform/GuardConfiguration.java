package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.append.LedgerConflicts;
import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.MessageSerializer;
import dev.mastro.eventstore.postgres.LedgerEventStore;
import dev.mastro.eventstore.postgres.LedgerStorageEngine;
import dev.mastro.eventstore.postgres.LedgerTokenStore;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true before the process may start, cheapest first. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    EventStoreGuard eventStoreGuard(List<StartupCheck> checks) {
        return new EventStoreGuard(checks);
    }

    @Bean
    @Order(1)
    StartupCheck commonBeans(
            TransactionManager transactions,
            TokenStore tokens,
            Serializer general,
            @Qualifier("messageSerializer") Serializer messages,
            @Qualifier("eventSerializer") Serializer events) {
        return new BeanClasses()
                .expect(SpringTransactionManager.class, transactions)
                .expect(LedgerTokenStore.class, tokens)
                .expect(MessageSerializer.class, general)
                .expect(MessageSerializer.class, messages)
                .expect(EventSerializer.class, events);
    }

    @Bean
    @Order(3)
    StartupCheck durableServer(
            DataSource dataSource, @Value("${" + DurableServer.PROPERTY + "}") boolean required) {
        return new DurableServer(JdbcClient.create(dataSource), required);
    }

    @Bean
    @Order(3)
    StartupCheck logOwnership(DataSource dataSource) {
        return new LogOwnership(JdbcClient.create(dataSource));
    }

    /** For {@code mastro.event-store=postgres}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "postgres")
    static class Postgres {

        @Bean
        @Order(2)
        StartupCheck postgresBeans(
                EventStore store,
                EventStorageEngine engine,
                PersistenceExceptionResolver conflicts) {
            BeanClasses classes =
                    new BeanClasses()
                            .expect(LedgerEventStore.class, store)
                            .expect(LedgerStorageEngine.class, engine)
                            .expect(LedgerConflicts.class, conflicts);
            return engine instanceof AbstractEventStorageEngine concrete
                    ? classes.expect(EventSerializer.class, concrete.getEventSerializer())
                    : classes;
        }

        @Bean
        @Order(4)
        StartupCheck appendProbe(
                TransactionManager transactions,
                EventStorageEngine engine,
                ProcessIdentity process) {
            return new AppendProbe(transactions, engine, process);
        }
    }

    /** For {@code mastro.event-store=axon-server}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "axon-server")
    static class AxonServer {

        @Bean
        @Order(2)
        StartupCheck axonServerBeans(EventStore store) {
            return new BeanClasses().expect(AxonServerEventStore.class, store);
        }
    }
}
