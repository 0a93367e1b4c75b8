package dev.mastro.query.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/** What passes when the same is tried again: it says nothing about the events. */
public final class PassingFailure {

    /** Connection lost, rolled back by the database, out of resources, or stopped by somebody. */
    private static final String STATES = "08|40|53|55|57|58";

    private PassingFailure() {}

    /** Whether the failure, or what caused it, is one of these. */
    public static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isItself(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, TransientDataAccessException _ -> true;
            case UnableToClaimTokenException _, InterruptedException _ -> true;
            case SQLException e ->
                    e.getSQLState() == null || e.getSQLState().matches("(%s)...".formatted(STATES));
            default -> false;
        };
    }
}
