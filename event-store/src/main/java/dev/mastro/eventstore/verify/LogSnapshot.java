package dev.mastro.eventstore.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unchanging view of a log, read over several connections where that is possible. */
public final class LogSnapshot implements AutoCloseable {

    /** More than this is of no use where the database has two processors of its own. */
    private static final int CONNECTIONS = 2;

    private final List<Connection> connections = new ArrayList<>();

    private LogSnapshot() {}

    /** What one transaction sees, also of what it has changed itself. */
    public static LogSnapshot of(Connection connection) {
        LogSnapshot snapshot = new LogSnapshot();
        snapshot.connections.add(connection);
        return snapshot;
    }

    /** How to open a connection. */
    @FunctionalInterface
    public interface Opening {

        Connection open() throws SQLException;
    }

    /** Opens connections that cannot write; whoever closes the view closes them. */
    public static LogSnapshot open(Opening opening) throws SQLException {
        LogSnapshot snapshot = new LogSnapshot();
        try {
            snapshot.begin(opening.open());
            String name = snapshot.export();
            for (int more = 1; more < CONNECTIONS; more++) {
                snapshot.grow(opening, name);
            }
            return snapshot;
        } catch (SQLException e) {
            try (snapshot) {
                throw e;
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        connections.add(connection);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    /** Who has all connections may wait for one of ours; then those that are there must do. */
    private void grow(Opening opening, String name) throws SQLException {
        Connection another;
        try {
            another = opening.open();
        } catch (SQLTransientConnectionException e) {
            return;
        }
        begin(another);
        adopt(name);
    }

    private String export() throws SQLException {
        try (Statement statement = connections.getFirst().createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    private void adopt(String name) throws SQLException {
        try (Statement statement = connections.getLast().createStatement()) {
            statement.execute("SET TRANSACTION SNAPSHOT '%s'".formatted(name));
        }
    }

    /** All of them see the same. */
    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    @Override
    public void close() throws SQLException {
        @Nullable SQLException failure = null;
        for (Connection connection : connections) {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
