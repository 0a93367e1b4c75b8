package dev.mastro.benchmarks.figure;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/** What one gets from Axon without Mastro, on the same server and with the same serialiser. */
final class StockStore {

    private final EventStore events;
    private final CommandBus commands;

    StockStore(Store store) {
        TransactionManager transactions = store.bean(TransactionManager.class);
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(store.bean(ConnectionProvider.class))
                        .transactionManager(transactions)
                        .eventSerializer(store.eventSerializer())
                        .snapshotSerializer(store.eventSerializer())
                        .build();
        transactions.executeInTransaction(
                () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
        commands = SimpleCommandBus.builder().transactionManager(transactions).build();
    }

    EventStore events() {
        return events;
    }

    CommandBus commands() {
        return commands;
    }
}
