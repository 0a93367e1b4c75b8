package dev.mastro.verify;

import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.postgres.PostgresUnavailable;
import dev.mastro.verify.LogSource.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of a ledger: its database, and what lies beside it. */
final class LedgerPlace implements AutoCloseable {

    private static final String DATABASE = "mastro";

    private final Path folder;
    private final @Nullable EmbeddedPostgres started;
    private final Database database;

    private LedgerPlace(Path folder, @Nullable EmbeddedPostgres started, Database database) {
        this.folder = folder;
        this.started = started;
        this.database = database;
    }

    /** Uses the server that runs there, and starts one only when none does. */
    static LedgerPlace open(Path folder) {
        try {
            Optional<Database> running = EmbeddedPostgres.running(folder, DATABASE);
            if (running.isPresent()) {
                return new LedgerPlace(folder, null, running.get());
            }
            if (!Files.isDirectory(folder.resolve("postgres"))) {
                throw new CannotVerify("there is no log of Mastro in " + folder);
            }
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            return new LedgerPlace(folder, server, server.database(DATABASE));
        } catch (PostgresUnavailable e) {
            throw new CannotVerify(String.valueOf(e.getMessage()), e);
        }
    }

    LogSource source() {
        try {
            return DatabaseSource.of(database::connect, folder.toString());
        } catch (SQLException e) {
            throw new CannotVerify("cannot reach the database of " + folder, e);
        }
    }

    /** The public half of the key, as it lies there. */
    Optional<VerifierKey> key() {
        Path file = folder.resolve("checkpoint.key.pub");
        try {
            return Files.exists(file)
                    ? Optional.of(VerifierKey.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | InvalidNote e) {
            throw new CannotVerify("%s is no key".formatted(file), e);
        }
    }

    /** The copies of checkpoints outside the database. */
    List<Note> notes() {
        Path notes = folder.resolve("checkpoints");
        return Files.isDirectory(notes) ? Notes.in(notes) : List.of();
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
