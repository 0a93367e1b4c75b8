package dev.mastro.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.checkpoint.CheckpointFolder;
import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.SignedLog;
import dev.mastro.eventstore.checkpoint.TrustedKeys;
import dev.mastro.eventstore.note.SigningKey;
import dev.mastro.eventstore.seal.Sealer;
import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.verify.LogSource.Note;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log of 300 events, signed at 100, 200 and 300, with copies of that outside. */
final class SmallLog {

    static final int EVENTS = 300;
    private static final int STEP = 100;

    private static final String APPEND =
            """
            INSERT INTO ledger_event (
                aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                recorded_at_text, payload_type, revision, payload, metadata)
            SELECT 'Account', 'stream-' || place % 7, place / 7,
                   ('00000000-0000-4000-8000-' || lpad(place::text, 12, '0'))::uuid,
                   recorded::timestamptz, recorded, 'AccountClosed', '1',
                   convert_to(format(
                       '{"accountId": "00000000-0000-0000-0000-%s", "reason": "moved",'
                       ' "effectiveOn": "2026-01-01"}', lpad(place::text, 12, '0')), 'UTF8'),
                   convert_to('{"actor": "test"}', 'UTF8')
              FROM generate_series(?, ?) AS place,
                   LATERAL (SELECT format('2026-01-01T00:00:%s.123456Z', lpad(
                       (place % 60)::text, 2, '0')) AS recorded)
             ORDER BY place
            """;

    private final Database database = EmbeddedPostgres.shared().freshDatabase();
    private final SigningKey key = SigningKey.generate("mastro/small");
    private final Path copies;

    SmallLog(Path folder) {
        copies = folder.resolve("checkpoints");
        DataSource source = database.dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/eventstore")
                .load()
                .migrate();
        Sealer sealer = new Sealer(source);
        Checkpointer checkpointer =
                new Checkpointer(
                        new SignedLog(source, Clock.systemUTC()),
                        Optional.of(new TrustedKeys(key, List.of())),
                        Optional.of(new CheckpointFolder(copies)),
                        () -> true,
                        Checkpointer.Pace.USUAL);
        JdbcClient jdbc = JdbcClient.create(source);
        sealer.start();
        for (int from = 0; from < EVENTS; from += STEP) {
            jdbc.sql(APPEND).params(from, from + STEP - 1).update();
            int expected = from + STEP;
            Awaitility.await().until(() -> sealed(jdbc) == expected);
            assertThat(checkpointer.now()).isPresent();
        }
        Awaitility.await().until(() -> watermark(jdbc) > 0);
        sealer.stop();
    }

    private static long sealed(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM ledger_seal").query(Long.class).single();
    }

    private static long watermark(JdbcClient jdbc) {
        return jdbc.sql("SELECT global_index FROM seal_watermark").query(Long.class).single();
    }

    SigningKey key() {
        return key;
    }

    /** What others have kept. */
    List<Note> copies() {
        return Notes.in(copies);
    }

    /** A transaction in which everything may be done to it; nobody else sees that. */
    Connection copy() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table :
                    List.of(
                            "ledger_event",
                            "ledger_seal",
                            "ledger_tree_node",
                            "ledger_checkpoint")) {
                statement.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table));
            }
        }
        return connection;
    }

    /** Verifies what the transaction sees. */
    Verification verify(Connection copy, List<Note> elsewhere) {
        return new Verification(source(copy), List.of(key.verifier()), elsewhere).run();
    }

    /** What the transaction sees. */
    LogSource source(Connection copy) {
        return new DatabaseSource(LogSnapshot.of(copy), "the copy", true);
    }
}
