package dev.mastro.eventstore.append;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a unit of work adds to the log: its facts, the rows that share their fate, and how far it
 * had read. It is handed to the writer of the process, unless the unit of work has a transaction of
 * its own; then it becomes part of that.
 */
public final class LogAppends implements SideRows, AutoCloseable {

    private static final String RESOURCE = LogAppends.class.getName();
    private static final Duration PATIENCE_AFTER_A_LOST_COMMIT = Duration.ofSeconds(5);

    private final BatchAppend batches;
    private final GroupCommit writer;
    private final StreamLocks streams;

    /** Appends to the log behind {@code dataSource}. */
    public LogAppends(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            PersistenceExceptionResolver conflicts) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        CommitOutcome outcome =
                new CommitOutcome(JdbcClient.create(jdbc), PATIENCE_AFTER_A_LOST_COMMIT);
        this.batches = new BatchAppend(jdbc, transactions, new AppendFailures(conflicts), outcome);
        this.writer = new GroupCommit(batches);
        this.streams = new StreamLocks(JdbcClient.create(jdbc));
    }

    /** What a unit of work has collected and not handed over yet. */
    private static final class Collected {

        private SideWrites side = new SideWrites();
        private @Nullable StreamsSeen seen;

        AppendUnit handOver(List<EventRow> events) {
            AppendUnit unit = new AppendUnit(events, side, seen);
            side = new SideWrites();
            return unit;
        }
    }

    /** Returns when the facts are on disk, or part of the transaction of the unit of work. */
    public void append(List<? extends DomainEventMessage<?>> facts, Serializer serializer) {
        List<EventRow> events = facts.stream().map(fact -> new EventRow(fact, serializer)).toList();
        Collected collected =
                CurrentUnitOfWork.isStarted()
                        ? collected(CurrentUnitOfWork.get().root())
                        : new Collected();
        append(collected.handOver(events));
    }

    /** Rows that come without facts are handed over when the unit of work commits. */
    @Override
    public <R> void add(SideTable<R> table, R row) {
        collected(CurrentUnitOfWork.get().root()).side.add(table, row);
    }

    /** Asks as {@link dev.mastro.eventstore.StreamEnds#areAt} wants it. */
    public boolean areAt(String account, Map<String, Long> sequenceNumbers) {
        StreamsSeen seen = new StreamsSeen(account, sequenceNumbers);
        collected(CurrentUnitOfWork.get().root()).seen = seen;
        return streams.changed(List.of(seen)).isEmpty();
    }

    /** Writes what has been handed over, and takes no more. */
    @Override
    public void close() {
        writer.close();
    }

    private Collected collected(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrComputeResource(RESOURCE, _ -> begin(unitOfWork));
    }

    private Collected begin(UnitOfWork<?> unitOfWork) {
        Collected collected = new Collected();
        unitOfWork.onCommit(_ -> {
            if (!collected.side.isEmpty()) {
                append(collected.handOver(List.of()));
            }
        });
        return collected;
    }

    private void append(AppendUnit unit) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            batches.appendInside(unit);
            unit.await();
        } else {
            writer.append(unit);
        }
    }
}
