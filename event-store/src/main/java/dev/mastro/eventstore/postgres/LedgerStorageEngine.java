package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.EarlierStates;
import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.append.LogAppends;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.jdbc.JdbcUtils.SqlFunction;
import org.axonframework.common.jdbc.JdbcUtils.SqlResultConverter;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in {@code ledger_event}: one statement per unit of work, whatever the number of
 * events. They are read in the order that the sealer has given them.
 */
public final class LedgerStorageEngine extends JdbcEventStorageEngine {

    private static final int PAGE = 1000;

    private final TransactionManager transactions;
    private final EventReader reader;
    private final LogAppends appends;
    private final EarlierStates earlier;

    /** An engine over the beans that decide its transactions and its format. */
    public LedgerStorageEngine(EngineParts parts, LogAppends appends) {
        super(settings(parts));
        this.transactions = parts.transactions();
        this.appends = appends;
        this.earlier = parts.earlier();
        this.reader =
                new EventReader(
                        parts.events(),
                        parts.upcasters(),
                        new EventOwners(parts.events(), aggregate -> readEventData(aggregate, 0)));
    }

    private static Builder settings(EngineParts parts) {
        Builder builder = JdbcEventStorageEngine.builder();
        builder.connectionProvider(parts.connections())
                .transactionManager(parts.transactions())
                .schema(LedgerSchema.events());
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
        appends.append(facts, serializer);
    }

    private static DomainEventMessage<?> ofAnAggregate(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> fact && fact.getType() != null) {
            return fact;
        }
        throw new EventStoreException(
                "only aggregates record facts: " + event.getPayloadType().getSimpleName());
    }

    /** No snapshot is stored: the events are all there is, but what one still knows can be used. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return earlier.take(aggregate);
    }

    /** The end of the chain, which is up to where readers can read. */
    ChainLink lastLink() {
        return query(LedgerStatements::lastLink, row -> row.next() ? link(row) : ChainLink.START);
    }

    /** The links at two positions, as far as they are there; before the first one is the start. */
    List<ChainLink> links(long one, long other) {
        List<ChainLink> sealed =
                query(
                        connection -> LedgerStatements.links(connection, one, other),
                        JdbcUtils.listResults(LedgerStorageEngine::link));
        return one == 0
                ? Stream.concat(Stream.of(ChainLink.START), sealed.stream()).toList()
                : sealed;
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(position(row), Hash.of(row.getBytes("chain_hash")));
    }

    /** Up to {@code limit} events that follow {@code position}. */
    List<TrackedEventMessage<?>> page(long position, int limit) {
        return reader.read(rowsAfter(position, limit));
    }

    @Override
    protected List<? extends TrackedDomainEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken last, int limit) {
        return rowsAfter(TrackingTokens.position(last), limit);
    }

    private List<? extends TrackedDomainEventData<?>> rowsAfter(long position, int limit) {
        return query(
                connection -> LedgerStatements.after(connection, position, limit),
                JdbcUtils.listResults(this::tracked));
    }

    private TrackedDomainEventData<?> tracked(ResultSet row) throws SQLException {
        DomainEventData<?> event = getDomainEventData(row);
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position(row)), (GenericDomainEventEntry<?>) event);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(lastLink().position());
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return new GlobalSequenceTrackingToken(
                query(
                        connection -> LedgerStatements.positionAt(connection, at),
                        row -> row.next() ? position(row) : 0L));
    }

    private static long position(ResultSet row) throws SQLException {
        return row.getLong("position");
    }

    private <R> R query(SqlFunction statement, SqlResultConverter<R> result) {
        return transactions.fetchInTransaction(() ->
                JdbcUtils.executeQuery(
                        getConnection(),
                        statement,
                        result,
                        e -> new EventStoreException("cannot read the log", e)));
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int place, Instant instant)
            throws SQLException {
        statement.setString(place, instant.toString());
    }
}
