package dev.mastro.chaos.tamper;

import dev.mastro.postgres.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A copy of the log of a run up to a position, in a schema of its own. Nothing guards it: whoever
 * has it may do everything to it.
 */
public final class LogCopy implements AutoCloseable {

    private final Database database;
    private final String schema;

    private LogCopy(Database database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /** Copies what has a position up to {@code size}, and its proof. */
    public static LogCopy of(Database database, String schema, long size) {
        LogCopy copy = new LogCopy(database, schema);
        execute(
                database,
                """
                CREATE SCHEMA %1$s;
                CREATE TABLE %1$s.ledger_event
                       (LIKE public.ledger_event INCLUDING ALL EXCLUDING IDENTITY);
                CREATE TABLE %1$s.ledger_seal (LIKE public.ledger_seal INCLUDING ALL);
                CREATE TABLE %1$s.seal_watermark (LIKE public.seal_watermark INCLUDING ALL);
                CREATE TABLE %1$s.ledger_tree_node (LIKE public.ledger_tree_node INCLUDING ALL);
                CREATE TABLE %1$s.ledger_checkpoint (LIKE public.ledger_checkpoint INCLUDING ALL);
                INSERT INTO %1$s.ledger_seal
                SELECT * FROM public.ledger_seal WHERE position <= %2$d;
                INSERT INTO %1$s.ledger_event
                SELECT * FROM public.ledger_event
                 WHERE global_index IN (SELECT global_index FROM %1$s.ledger_seal);
                INSERT INTO %1$s.seal_watermark (global_index)
                SELECT max(global_index) FROM %1$s.ledger_seal;
                INSERT INTO %1$s.ledger_tree_node
                SELECT * FROM public.ledger_tree_node
                 WHERE (node_index + 1) * (1::bigint << level) <= %2$d;
                INSERT INTO %1$s.ledger_checkpoint
                SELECT * FROM public.ledger_checkpoint WHERE size <= %2$d;
                ANALYZE %1$s.ledger_event, %1$s.ledger_seal
                """
                        .formatted(schema, size));
        return copy;
    }

    /** Where it is. */
    public Database database() {
        return new Database(
                database.url() + "?currentSchema=" + schema, database.user(), database.password());
    }

    /** Asks it, or changes it. */
    public JdbcClient jdbc() {
        return client(database());
    }

    @Override
    public void close() {
        execute(database, "DROP SCHEMA %s CASCADE".formatted(schema));
    }

    private static void execute(Database database, String statements) {
        client(database).sql(statements).update();
    }

    private static JdbcClient client(Database database) {
        return JdbcClient.create(database.dataSource());
    }
}
