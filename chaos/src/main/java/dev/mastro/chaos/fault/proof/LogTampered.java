package dev.mastro.chaos.fault.proof;

import dev.mastro.chaos.rows.Select;
import dev.mastro.chaos.tamper.Forger;
import dev.mastro.chaos.tamper.LogCopy;
import dev.mastro.chaos.tamper.Tampering;
import dev.mastro.chaos.tamper.Tamperings;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.VerifyProgram;
import dev.mastro.chaos.world.VerifyProgram.Said;
import dev.mastro.eventstore.checkpoint.CheckpointFolder;
import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.checkpoint.SignedLog;
import dev.mastro.eventstore.checkpoint.TrustedKeys;
import dev.mastro.eventstore.note.KeyFile;
import dev.mastro.eventstore.note.SigningKey;
import dev.mastro.postgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * F23: the log is signed three times under load; then one kind of change after the other is made to
 * a copy of it. The program that verifies logs finds each, at its position, and nothing in the copy
 * before it was changed.
 */
public final class LogTampered implements Fault {

    private static final int REPETITIONS = 74;
    private static final int SIGNED = 3;
    private static final int APART = 40;
    private static final int LEAST = 300;
    private static final int SHOWN = 500;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(2);

    private static final String SIZES = "SELECT size FROM ledger_checkpoint ORDER BY size";
    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM ledger_seal";

    @Override
    public String id() {
        return "F23";
    }

    @Override
    public String title() {
        return "one change to a copy of the log, each kind in turn, for `./mastro verify` to find";
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Path folder = field.world().folder();
        SigningKey key = key(folder.resolve("checkpoint.key"));
        Path kept = folder.resolve("checkpoints");
        Database database = field.world().server().database();
        Checkpointer checkpointer = checkpointer(database, key, kept);
        return field.underLoad(() -> {
            for (int i = 0; i < SIGNED; i++) {
                sign(field, checkpointer);
            }
            List<Long> sizes = Select.list(field.world().database(), Long.class, SIZES);
            Tamperings kinds = Tamperings.of(sizes);
            int kind = (field.run().repetition() - 1) % kinds.all().size();
            List<String> options =
                    List.of("--key=" + key.verifier(), "--checkpoint=" + kept.toAbsolutePath());
            String schema = "copy_%d".formatted(field.run().repetition());
            try (LogCopy copy = LogCopy.of(database, schema, kinds.end())) {
                return tamper(copy, kinds.all().get(kind), options);
            }
        });
    }

    private static Evidence tamper(LogCopy copy, Tampering tampering, List<String> options) {
        Said before = VerifyProgram.run(copy.database(), options);
        tampering.forgery().accept(new Forger(copy));
        Said after = VerifyProgram.run(copy.database(), options);
        return Evidence.of(
                        true,
                        "%s; to be found at position %d"
                                .formatted(tampering.name(), tampering.position()))
                .requiring(before.isIntact(), "found where nothing was changed: " + end(before))
                .requiring(
                        after.found(tampering.position(), tampering.what()),
                        "not found, or not there: " + end(after));
    }

    /** What a node with the key does, at moments of our own choice. */
    private static void sign(Field field, Checkpointer checkpointer) {
        field.awaitMoreAcknowledged(field.run().size().of(APART) + SIGNED);
        Patience.until(
                SEALED_WITHIN,
                LEAST + " events have their positions",
                () -> field.world().database().sql(HEAD).query(Long.class).single() > LEAST);
        Optional<KeptCheckpoint> made = checkpointer.now();
        if (made.isEmpty()) {
            throw new IllegalStateException("nothing was signed");
        }
    }

    private static Checkpointer checkpointer(Database database, SigningKey key, Path kept) {
        return new Checkpointer(
                new SignedLog(database.dataSource(), Clock.systemUTC()),
                Optional.of(new TrustedKeys(key, List.of())),
                Optional.of(new CheckpointFolder(kept)),
                () -> true,
                Checkpointer.Pace.USUAL);
    }

    private static SigningKey key(Path file) throws IOException {
        KeyFile.createIfMissing(file, Tamperings.NAME);
        return KeyFile.read(file);
    }

    private static String end(Said said) {
        String text = said.text();
        return text.substring(Math.max(0, text.length() - SHOWN));
    }
}
