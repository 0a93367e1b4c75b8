package dev.mastro.eventstore.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in {@code ledger_event}: one statement per unit of work, whatever the number of
 * events, and no clock in deciding which gaps may still be filled.
 */
public final class LedgerStorageEngine extends JdbcEventStorageEngine {

    private static final int PAGE = 1000;
    private static final int REMEMBERED_GAPS = 100_000;

    private final TransactionManager transactions;
    private final AppendFailures failures;
    private final AppendedPositions positions;

    /** An engine over the beans that decide its transactions and its format. */
    public LedgerStorageEngine(EngineParts parts, AppendedPositions positions) {
        super(settings(parts));
        this.transactions = parts.transactions();
        this.failures = new AppendFailures(parts.conflicts());
        this.positions = positions;
    }

    private static Builder settings(EngineParts parts) {
        Builder builder = JdbcEventStorageEngine.builder();
        builder.connectionProvider(parts.connections())
                .transactionManager(parts.transactions())
                .schema(LedgerSchema.events())
                .createTokenAt(LedgerStatements::positionAt)
                .cleanGaps(LedgerStatements::aroundGaps)
                .readEventDataWithoutGaps(LedgerStatements::after)
                .readEventDataWithGaps(LedgerStatements::afterOrInGaps)
                .extendedGapCheckEnabled(false)
                .gapTimeout(Integer.MAX_VALUE)
                .gapCleaningThreshold(Integer.MAX_VALUE)
                .maxGapOffset(REMEMBERED_GAPS);
        builder.eventSerializer(parts.events())
                .snapshotSerializer(parts.snapshots())
                .upcasterChain(parts.upcasters())
                .persistenceExceptionResolver(parts.conflicts())
                .finalAggregateBatchPredicate(page -> page.size() < PAGE)
                .batchSize(PAGE);
        return builder;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<? extends DomainEventMessage<?>> facts =
                events.stream().map(LedgerStorageEngine::ofAnAggregate).toList();
        LedgerAppend append = new LedgerAppend(facts, serializer);
        long last =
                transactions.fetchInTransaction(() ->
                        JdbcUtils.executeQuery(
                                getConnection(),
                                append::statement,
                                LedgerStorageEngine::highest,
                                failure -> failures.explain(failure, facts)));
        positions.appended(last);
    }

    private static DomainEventMessage<?> ofAnAggregate(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> fact && fact.getType() != null) {
            return fact;
        }
        throw new EventStoreException(
                "only aggregates record facts: " + event.getPayloadType().getSimpleName());
    }

    private static long highest(ResultSet positions) throws SQLException {
        long highest = 0;
        while (positions.next()) {
            highest = Math.max(highest, positions.getLong(1));
        }
        return highest;
    }

    /** A reader that begins at the end still sees what was being appended at that moment. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        return transactions.fetchInTransaction(() ->
                JdbcUtils.executeQuery(
                        getConnection(),
                        LedgerStatements::headAndGaps,
                        LedgerStorageEngine::headToken,
                        e -> new EventStoreException("cannot read the head", e)));
    }

    private static @Nullable TrackingToken headToken(ResultSet row) throws SQLException {
        if (!row.next()) {
            return null;
        }
        Long[] gaps = (Long[]) row.getArray("gaps").getArray();
        return GapAwareTrackingToken.newInstance(row.getLong("head"), List.of(gaps));
    }

    /**
     * Axon drops all gaps when an event is older than a timeout by its own timestamp. Clocks differ
     * and simulated ones leap, so here a gap is only ever given up by distance.
     */
    @Override
    protected TrackedEventData<?> getTrackedEventData(
            ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
        long position = row.getLong(schema().globalIndexColumn());
        TrackingToken token =
                previous == null ? first(position) : previous.advanceTo(position, REMEMBERED_GAPS);
        return new TrackedDomainEventData<>(token, entry(row));
    }

    private static TrackingToken first(long position) {
        return GapAwareTrackingToken.newInstance(
                position,
                LongStream.range(Math.max(1, position - REMEMBERED_GAPS), position)
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private GenericDomainEventEntry<?> entry(ResultSet row) throws SQLException {
        return (GenericDomainEventEntry<?>) getDomainEventData(row);
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int place, Instant instant)
            throws SQLException {
        statement.setString(place, instant.toString());
    }
}
