package dev.mastro.eventstore.append;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells "somebody else appended to this stream first" by the name of the constraint. Any other
 * broken constraint, an event identifier used twice above all, is a fault and no race.
 */
public final class LedgerConflicts implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Set<String> STREAM_KEYS =
            Set.of("ledger_event_stream_key", "snapshot_event_pk");

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return Stream.<Throwable>iterate(exception, t -> t != null, Throwable::getCause)
                .anyMatch(LedgerConflicts::breaksStreamKey);
    }

    private static boolean breaksStreamKey(Throwable failure) {
        if (!(failure instanceof SQLException sql) || !UNIQUE_VIOLATION.equals(sql.getSQLState())) {
            return false;
        }
        ServerErrorMessage server =
                sql instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = server == null ? null : server.getConstraint();
        return constraint != null && STREAM_KEYS.contains(constraint);
    }
}
