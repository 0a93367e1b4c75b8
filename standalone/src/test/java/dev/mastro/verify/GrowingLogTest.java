package dev.mastro.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.verify.VerifyOptions.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that grows and is signed while it is verified is not one whose end is missing. */
class GrowingLogTest {

    private static final List<String> BEFORE_IT_GREW =
            List.of(
                    "DELETE FROM ledger_event WHERE global_index IN"
                            + " (SELECT global_index FROM ledger_seal WHERE position > 200)",
                    "DELETE FROM ledger_seal WHERE position > 200",
                    "DELETE FROM ledger_tree_node",
                    "DELETE FROM ledger_checkpoint WHERE size > 200");

    @TempDir private static Path folder;

    private static SmallLog log;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir private Path elsewhere;

    @BeforeAll
    static void record() {
        log = new SmallLog(folder);
    }

    @Test
    void what_is_signed_after_the_snapshot_is_not_asked_of_it() throws SQLException {
        keepElsewhere(200);

        assertThat(verify(() -> keepElsewhere(300))).isZero();
        assertThat(text()).contains("1 came from outside of the log").endsWith("INTACT\n");
    }

    @Test
    void what_was_signed_before_it_is() throws SQLException {
        keepElsewhere(200);
        keepElsewhere(300);

        assertThat(verify(() -> {})).isEqualTo(1);
        assertThat(text()).contains("covers 300 events");
    }

    private int verify(Runnable afterTheSnapshot) throws SQLException {
        try (Connection copy = log.copy()) {
            Forger forger = new Forger(copy);
            BEFORE_IT_GREW.forEach(forger::run);
            VerifyOptions options =
                    new VerifyOptions(
                            new Place.Url("", Optional.empty()),
                            List.of(log.key().verifier()),
                            List.of(elsewhere));
            return Verify.verify(
                    () -> {
                        LogSource source =
                                new DatabaseSource(LogSnapshot.of(copy), "the copy", true);
                        afterTheSnapshot.run();
                        return source;
                    },
                    options,
                    new PrintStream(out, true, StandardCharsets.UTF_8));
        }
    }

    /** What somebody else has got of the checkpoint of that size. */
    private void keepElsewhere(long size) {
        String text =
                log.copies().stream()
                        .map(LogSource.Note::text)
                        .filter(note -> note.contains("\n%d\n".formatted(size)))
                        .findFirst()
                        .orElseThrow();
        try {
            Files.writeString(elsewhere.resolve(size + ".note"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
