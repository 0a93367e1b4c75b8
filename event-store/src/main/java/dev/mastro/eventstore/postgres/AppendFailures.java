package dev.mastro.eventstore.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Says what a failed append means for the command that wanted it. */
final class AppendFailures {

    private static final Set<String> LOST_TO_ANOTHER = Set.of("40001", "40P01");

    private final PersistenceExceptionResolver conflicts;

    AppendFailures(PersistenceExceptionResolver conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * A conflict is worth another try when the command had read some stream, because that reading
     * may have been stale. One that only opened new streams would fail the same way again.
     */
    RuntimeException explain(SQLException failure, List<? extends DomainEventMessage<?>> facts) {
        if (LOST_TO_ANOTHER.contains(failure.getSQLState())) {
            return new ConcurrencyException("the append lost to another one", failure);
        }
        String streams = streams(facts);
        if (!conflicts.isDuplicateKeyViolation(failure)) {
            return new EventStoreException("cannot append to " + streams, failure);
        }
        return continuesAStream(facts)
                ? new ConcurrencyException("somebody else appended first to " + streams, failure)
                : new AggregateStreamCreationException("already there: " + streams, failure);
    }

    private static String streams(List<? extends DomainEventMessage<?>> facts) {
        return facts.stream()
                .map(fact -> fact.getType() + " " + fact.getAggregateIdentifier())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean continuesAStream(List<? extends DomainEventMessage<?>> facts) {
        Map<String, Long> first =
                facts.stream()
                        .collect(
                                Collectors.toMap(
                                        DomainEventMessage::getAggregateIdentifier,
                                        DomainEventMessage::getSequenceNumber,
                                        Math::min));
        return first.values().stream().anyMatch(sequence -> sequence > 0);
    }
}
