package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.codec.LogProbed;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Appends an event, sees it, rolls back, and sees that it is gone. */
final class AppendProbe implements StartupCheck {

    private final TransactionManager transactions;
    private final EventStorageEngine engine;
    private final ProcessIdentity process;

    AppendProbe(
            TransactionManager transactions, EventStorageEngine engine, ProcessIdentity process) {
        this.transactions = transactions;
        this.engine = engine;
        this.process = process;
    }

    @Override
    public void check() {
        StartupCheck.require(seenBeforeRollback(), "an appended event was not there to be read");
        StartupCheck.require(
                !isThere(), "an appended event survived its rollback: appends are not atomic");
    }

    private boolean seenBeforeRollback() {
        Transaction transaction = transactions.startTransaction();
        try {
            engine.appendEvents(
                    new GenericDomainEventMessage<>(
                            "Probe", stream(), 0, new LogProbed(process.value())));
            return isThere();
        } finally {
            transaction.rollback();
        }
    }

    private boolean isThere() {
        return engine.readEvents(stream()).hasNext();
    }

    private String stream() {
        return "probe-" + process.value();
    }
}
