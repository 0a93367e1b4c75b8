package dev.mastro.eventstore.checkpoint;

import dev.mastro.postgres.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What somebody with all rights on the database can do to the log. */
final class Forgery {

    private static final List<String> TABLES =
            List.of("ledger_event", "ledger_seal", "ledger_tree_node", "ledger_checkpoint");

    private Forgery() {}

    static void of(Database database, String change) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table));
            }
            statement.execute(change);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
