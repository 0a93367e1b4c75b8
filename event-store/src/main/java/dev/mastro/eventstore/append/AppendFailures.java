package dev.mastro.eventstore.append;

import dev.mastro.eventstore.SqlStates;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;

/** Says what a failed append means for the command that wanted it. */
final class AppendFailures {

    private final PersistenceExceptionResolver conflicts;

    AppendFailures(PersistenceExceptionResolver conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * A conflict is worth another try when the command had read some stream, because that reading
     * may have been stale. One that only opened new streams would fail the same way again.
     */
    RuntimeException explain(RuntimeException failure, AppendUnit unit) {
        SQLException cause =
                failure instanceof DataAccessException
                        ? SqlStates.cause(failure).orElse(null)
                        : null;
        if (cause == null) {
            return failure;
        }
        if (SqlStates.isLostToAnother(cause)) {
            return new ConcurrencyException("the append lost to another one", cause);
        }
        String streams = streams(unit.events());
        if (!conflicts.isDuplicateKeyViolation(cause)) {
            return new EventStoreException("cannot append to " + streams, cause);
        }
        return continuesAStream(unit.events())
                ? new ConcurrencyException("somebody else appended first to " + streams, cause)
                : new AggregateStreamCreationException("already there: " + streams, cause);
    }

    private static String streams(List<EventRow> events) {
        return events.stream()
                .map(event -> event.aggregateType() + " " + event.aggregateId())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean continuesAStream(List<EventRow> events) {
        Map<String, Long> first =
                events.stream()
                        .collect(
                                Collectors.toMap(
                                        EventRow::aggregateId,
                                        EventRow::sequenceNumber,
                                        Math::min));
        return first.values().stream().anyMatch(sequence -> sequence > 0);
    }
}
