package dev.mastro.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a failure of SQL says about the server and the way to it, however deep it lies. */
public final class SqlStates {

    private static final Pattern CONNECTION_LOST = Pattern.compile("(08|57P).*");
    private static final Pattern LOST_TO_ANOTHER = Pattern.compile("40001|40P01");
    private static final Pattern SERVER_UNABLE = Pattern.compile("(08|53|57P|58).*");

    private SqlStates() {}

    /** The connection is gone, or the server shuts down. */
    public static boolean isConnectionLost(@Nullable Throwable failure) {
        return has(failure, CONNECTION_LOST);
    }

    /** The same, or its disk or another resource is at an end: nothing about the statement. */
    public static boolean isServerUnable(@Nullable Throwable failure) {
        return has(failure, SERVER_UNABLE);
    }

    /** The pool had no connection to give in time; nothing was said to the server. */
    public static boolean isWithoutConnection(@Nullable Throwable failure) {
        return causes(failure).anyMatch(SQLTransientConnectionException.class::isInstance);
    }

    /** A deadlock, or transactions that cannot be put in an order: this one had to give way. */
    public static boolean isLostToAnother(@Nullable Throwable failure) {
        return has(failure, LOST_TO_ANOTHER);
    }

    /** The first failure of SQL among a failure and its causes. */
    public static Optional<SQLException> cause(@Nullable Throwable failure) {
        return causes(failure).findFirst();
    }

    private static boolean has(@Nullable Throwable failure, Pattern states) {
        return causes(failure)
                .flatMap(cause -> Stream.ofNullable(cause.getSQLState()))
                .anyMatch(state -> states.matcher(state).matches());
    }

    private static Stream<SQLException> causes(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, t -> t != null, SqlStates::causeOf)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static @Nullable Throwable causeOf(@Nullable Throwable failure) {
        return failure == null ? null : failure.getCause();
    }
}
