package dev.mastro.query.audit;

import dev.mastro.eventstore.checkpoint.CheckpointTable;
import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.checkpoint.RefusedLog;
import dev.mastro.eventstore.checkpoint.StoredSubtrees;
import dev.mastro.eventstore.proof.InclusionProof;
import dev.mastro.eventstore.proof.Tree;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.StoredEvent;
import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.query.platform.NotYet;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.UnknownSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checkpoints, and the proofs that end in them. */
@Component
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class Proofs {

    private static final String EVENT =
            """
            SELECT seal.position, seal.leaf_hash, seal.chain_hash, event.*
              FROM (SELECT %s FROM ledger_event) AS event
              LEFT JOIN ledger_seal AS seal ON seal.global_index = event.global_index
             WHERE event.event_id = ?
            """
                    .formatted(StoredEvent.COLUMNS);

    private final JdbcClient jdbc;
    private final CheckpointTable checkpoints;
    private final Checkpointer checkpointer;

    Proofs(JdbcClient jdbc, Checkpointer checkpointer) {
        this.jdbc = jdbc;
        this.checkpoints = new CheckpointTable(jdbc);
        this.checkpointer = checkpointer;
    }

    /** An event and its seal, if it has one already. */
    private record Row(long position, StoredFields stored, Hash leaf, Hash chain) {

        private static Row of(ResultSet row, int number) throws SQLException {
            long position = row.getLong("position");
            return new Row(
                    position,
                    StoredFields.read(row),
                    position == 0 ? Hash.ZERO : Hash.of(row.getBytes("leaf_hash")),
                    position == 0 ? Hash.ZERO : Hash.of(row.getBytes("chain_hash")));
        }
    }

    Page<CheckpointView> checkpoints(PageRequest request) {
        return Page.of(
                checkpoints.after(request.after(), request.fetch()).stream()
                        .map(kept -> new Page.Place<>(kept.size(), CheckpointView.of(kept)))
                        .toList(),
                request);
    }

    Optional<KeptCheckpoint> newest() {
        return checkpoints.newest();
    }

    /**
     * Proves that an event is in the log.
     *
     * @throws NotYet when nobody has signed it yet
     * @throws RefusedLog when it is not what was sealed: it would be no proof of what it shows
     */
    EventProof of(UUID eventId) {
        Row row =
                jdbc.sql(EVENT)
                        .param(eventId)
                        .query(Row::of)
                        .optional()
                        .orElseThrow(() -> UnknownSubject.of("event", eventId));
        if (row.position() == 0) {
            throw NotYet.of("EVENT_NOT_SEALED", "event", eventId, "It has no position yet.");
        }
        if (!row.stored().leaf().equals(row.leaf())) {
            throw new RefusedLog(
                    "the event at position %d is not the one that was sealed"
                            .formatted(row.position()));
        }
        KeptCheckpoint covering =
                covering(row.position())
                        .orElseThrow(() ->
                                NotYet.of(
                                        "EVENT_NOT_SIGNED",
                                        "event",
                                        eventId,
                                        "No checkpoint covers its position yet."));
        Tree tree = new Tree(new StoredSubtrees(jdbc), covering.size());
        InclusionProof inclusion = tree.inclusion(row.position() - 1);
        return new EventProof(
                row.position(),
                row.stored(),
                row.leaf().toString(),
                row.chain().toString(),
                EventProof.Inclusion.of(inclusion),
                CheckpointView.of(covering));
    }

    /** The newest one; if it does not reach so far, one is made where this process can. */
    private Optional<KeptCheckpoint> covering(long position) {
        return checkpoints
                .newest()
                .filter(kept -> kept.size() >= position)
                .or(checkpointer::now)
                .filter(kept -> kept.size() >= position);
    }
}
