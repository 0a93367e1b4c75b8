package dev.mastro.chaos.fault.upgrade;

import dev.mastro.postgres.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * A database as an earlier state of this program has left it, before positions, proofs and read
 * models: made by the scripts of that time, with the events of a run in the revisions of that time.
 */
final class EarlierStore {

    /** Before the log was sealed. */
    private static final String LOG = "1.2";

    /** Before reserved money could be let go. */
    private static final String COMMANDS = "2.20";

    /** What nobody carries over: it is the business of processes that run. */
    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
               AND table_name NOT IN ('flyway_schema_history', 'scheduled_tasks', 'token_entry',
                                      'dead_letter_entry', 'snapshot_event')
             ORDER BY table_name
            """;

    private static final List<String> SEQUENCES =
            List.of("ledger_event_global_index_seq", "account_number");

    private static final String EVENTS =
            """
            (SELECT global_index, aggregate_type, aggregate_id, sequence_number, event_id,
                    recorded_at, recorded_at_text, payload_type, metadata,
                    coalesce(earlier.revision, event.revision) AS revision,
                    coalesce(convert_to(earlier.payload::text, 'UTF8'), event.payload) AS payload
               FROM ledger_event AS event
              CROSS JOIN LATERAL (SELECT convert_from(event.payload, 'UTF8')::jsonb AS now) AS read
               LEFT JOIN LATERAL (
                    SELECT '1' AS revision, now - 'method' AS payload
                     WHERE payload_type = 'PaymentReceived' AND event.revision = '3'
                       AND now ->> 'method' = 'BANK_TRANSFER'
                     UNION ALL
                    SELECT '2', now
                     WHERE payload_type = 'PaymentReceived' AND event.revision = '3'
                       AND now ->> 'method' <> 'BANK_TRANSFER'
                     UNION ALL
                    SELECT '1', now - 'parts'
                     WHERE payload_type = 'CreditAllocated' AND event.revision = '2'
                     UNION ALL
                    SELECT '1', now - 'reference'
                     WHERE payload_type = 'RefundIssued' AND event.revision = '2'
                     UNION ALL
                    SELECT '1', now - 'grants' || jsonb_build_object(
                                'grantId', now #> '{grants,0,grantId}',
                                'granted', now #> '{grants,0,amount}')
                     WHERE payload_type = 'CreditNoteIssued' AND event.revision = '2'
                       AND jsonb_array_length(now -> 'grants') <= 1) AS earlier ON true
              ORDER BY global_index) AS events
            """;

    private EarlierStore() {}

    /** Makes it of the log of {@code now}, in an empty database. */
    static void make(Database now, Database earlier) {
        migrate(earlier, "eventstore", LOG);
        migrate(earlier, "command", COMMANDS);
        try (Connection from = now.connect();
                Connection to = earlier.connect();
                Statement statement = to.createStatement();
                ResultSet table = statement.executeQuery(TABLES)) {
            while (table.next()) {
                copy(from, to, table.getString(1));
            }
            for (String sequence : SEQUENCES) {
                String last = "SELECT last_value FROM " + sequence;
                var _ = text(to, "SELECT setval('%s', %s)".formatted(sequence, text(from, last)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(Database database, String part, String target) {
        var _ =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations("classpath:db/migration/" + part)
                        .target(target)
                        .outOfOrder(true)
                        .ignoreMigrationPatterns("*:missing", "*:future")
                        .load()
                        .migrate();
    }

    private static void copy(Connection from, Connection to, String table)
            throws SQLException, IOException {
        String columns =
                text(
                        to,
                        """
                        SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)
                          FROM information_schema.columns
                         WHERE table_schema = 'public' AND table_name = '%s'
                        """
                                .formatted(table));
        String source = table.equals("ledger_event") ? EVENTS : table;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        long read =
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT %s FROM %s) TO STDOUT".formatted(columns, source),
                                rows);
        long written =
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY %s (%s) FROM STDIN".formatted(table, columns),
                                new ByteArrayInputStream(rows.toByteArray()));
        if (read != written) {
            throw new IllegalStateException(
                    "%d rows of %s, and %d before".formatted(written, table, read));
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
