package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StreamEnds;
import dev.mastro.eventstore.postgres.AppendedPositions;
import dev.mastro.eventstore.postgres.EngineParts;
import dev.mastro.eventstore.postgres.LedgerConflicts;
import dev.mastro.eventstore.postgres.LedgerSignals;
import dev.mastro.eventstore.postgres.LedgerSignals.Reach;
import dev.mastro.eventstore.postgres.LedgerStorageEngine;
import dev.mastro.eventstore.postgres.PostgresLogPosition;
import dev.mastro.eventstore.postgres.PostgresStreamEnds;
import dev.mastro.eventstore.postgres.WakingEventStore;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events in {@code ledger_event}: {@code mastro.event-store=postgres}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "postgres")
class PostgresLogConfiguration {

    @Bean
    PersistenceExceptionResolver ledgerConflicts() {
        return new LedgerConflicts();
    }

    @Bean
    AppendedPositions appendedPositions() {
        return new AppendedPositions();
    }

    @Bean
    EngineParts engineParts(
            TransactionManager transactions,
            ConnectionProvider connections,
            PersistenceExceptionResolver conflicts,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots,
            EventUpcasterChain upcasters) {
        return new EngineParts(transactions, connections, conflicts, events, snapshots, upcasters);
    }

    @Bean
    LedgerStorageEngine eventStorageEngine(EngineParts parts, AppendedPositions positions) {
        return new LedgerStorageEngine(parts, positions);
    }

    @Bean
    @Qualifier("eventStore")
    WakingEventStore eventStore(LedgerStorageEngine engine, Configuration axon) {
        return new WakingEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    LedgerSignals ledgerSignals(
            WakingEventStore store,
            DataSource dataSource,
            ProcessIdentity process,
            @Value("${mastro.event-store.announce}") boolean announce) {
        Reach reach = announce ? Reach.EVERY_PROCESS : Reach.THIS_PROCESS;
        return new LedgerSignals(store, dataSource, process.value(), reach);
    }

    /** Who announces nothing is alone with its log, and need not ask what others added to it. */
    @Bean
    StreamEnds streamEnds(
            DataSource dataSource, @Value("${mastro.event-store.announce}") boolean announce) {
        return announce
                ? new PostgresStreamEnds(JdbcClient.create(dataSource))
                : StreamEnds.NOBODY_ELSE;
    }

    @Bean
    LogPosition logPosition(DataSource dataSource, AppendedPositions positions) {
        return new PostgresLogPosition(JdbcClient.create(dataSource), positions);
    }
}
