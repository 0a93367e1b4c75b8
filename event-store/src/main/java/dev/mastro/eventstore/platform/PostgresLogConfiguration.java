package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.EarlierStates;
import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StreamEnds;
import dev.mastro.eventstore.append.LedgerConflicts;
import dev.mastro.eventstore.append.LogAppends;
import dev.mastro.eventstore.postgres.EngineParts;
import dev.mastro.eventstore.postgres.LedgerEventStore;
import dev.mastro.eventstore.postgres.LedgerSignals;
import dev.mastro.eventstore.postgres.LedgerStorageEngine;
import dev.mastro.eventstore.postgres.PostgresLogPosition;
import dev.mastro.eventstore.seal.Sealer;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
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
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The events in {@code ledger_event}: {@code mastro.event-store=postgres}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "postgres")
class PostgresLogConfiguration {

    private static final Duration LONGEST_WAIT_FOR_A_POSITION = Duration.ofSeconds(10);

    @Bean
    PersistenceExceptionResolver ledgerConflicts() {
        return new LedgerConflicts();
    }

    @Bean
    EngineParts engineParts(
            TransactionManager transactions,
            ConnectionProvider connections,
            PersistenceExceptionResolver conflicts,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots,
            EventUpcasterChain upcasters,
            EarlierStates earlier) {
        return new EngineParts(
                transactions, connections, conflicts, events, snapshots, upcasters, earlier);
    }

    @Bean
    LogAppends logAppends(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            PersistenceExceptionResolver conflicts) {
        return new LogAppends(dataSource, transactions, conflicts);
    }

    @Bean
    LedgerStorageEngine eventStorageEngine(EngineParts parts, LogAppends appends) {
        return new LedgerStorageEngine(parts, appends);
    }

    /** The writer brings the transaction; a command that waits for it holds none meanwhile. */
    @Bean
    CommandTransactions commandTransactions() {
        return new CommandTransactions(NoTransactionManager.INSTANCE);
    }

    @Bean
    @Qualifier("eventStore")
    LedgerEventStore eventStore(LedgerStorageEngine engine, LogPosition log, Configuration axon) {
        return new LedgerEventStore(
                engine,
                log,
                EmbeddedEventStore.builder()
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    Sealer sealer(LedgerEventStore store, DataSource dataSource) {
        Sealer sealer = new Sealer(dataSource);
        sealer.afterSeal(store::sealed);
        store.afterAppend(sealer::appended);
        return sealer;
    }

    @Bean
    HealthIndicator sealHealthIndicator(DataSource dataSource) {
        return new SealHealth(JdbcClient.create(dataSource), LONGEST_WAIT_FOR_A_POSITION);
    }

    /** For a process that is not alone with its database. */
    @Bean
    @ConditionalOnProperty("mastro.event-store.announce")
    LedgerSignals ledgerSignals(
            LedgerEventStore store, Sealer sealer, DataSource dataSource, ProcessIdentity process) {
        LedgerSignals signals =
                new LedgerSignals(dataSource, process.value(), sealer::appended, store::sealed);
        store.afterAppend(() -> {
            if (!sealer.isHolder()) {
                signals.appended();
            }
        });
        sealer.afterSeal(signals::sealed);
        return signals;
    }

    /** Who announces nothing is alone with its log, and need not ask what others added to it. */
    @Bean
    StreamEnds streamEnds(
            LogAppends appends, @Value("${mastro.event-store.announce}") boolean announce) {
        return announce ? appends::areAt : StreamEnds.NOBODY_ELSE;
    }

    @Bean
    LogPosition logPosition(DataSource dataSource) {
        return new PostgresLogPosition(JdbcClient.create(dataSource));
    }
}
