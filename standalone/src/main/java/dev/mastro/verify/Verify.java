package dev.mastro.verify;

import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.verify.LogSource.Note;
import dev.mastro.verify.VerifyOptions.Place;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * What {@code ./mastro verify} starts. It ends with 0 when everything matches, with 1 when
 * something does not, and with 2 when nothing can be said.
 */
public final class Verify {

    private static final int INTACT = 0;
    private static final int NOT_INTACT = 1;
    private static final int UNKNOWN = 2;

    /** Where a password is looked for, as all programs of PostgreSQL do. */
    private static final String PASSWORD = "PGPASSWORD";

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            VerifyOptions options = VerifyOptions.parse(arguments);
            return switch (options.place()) {
                case Place.Folder place -> verify(place, options, out);
                case Place.Url url -> verify(() -> source(url), options, out);
                case Place.Export export ->
                        verify(() -> new ExportSource(export.file()), options, out);
            };
        } catch (CannotVerify e) {
            err.println("mastro: " + e.getMessage());
            return UNKNOWN;
        }
    }

    /** Notes come before the snapshot: a log that grows meanwhile has all that they cover. */
    static int verify(Supplier<LogSource> open, VerifyOptions options, PrintStream out) {
        List<Note> elsewhere = Notes.in(options.checkpoints());
        try (LogSource source = open.get()) {
            return verify(source, options.keys(), "given", elsewhere, out);
        }
    }

    private static int verify(Place.Folder place, VerifyOptions options, PrintStream out) {
        try (LedgerPlace folder = LedgerPlace.open(place.folder())) {
            List<Note> elsewhere = new ArrayList<>(folder.notes());
            elsewhere.addAll(Notes.in(options.checkpoints()));
            Optional<VerifierKey> beside = folder.key();
            boolean given = !options.keys().isEmpty() || beside.isEmpty();
            try (LogSource source = folder.source()) {
                return verify(
                        source,
                        given ? options.keys() : List.of(beside.orElseThrow()),
                        given
                                ? "given"
                                : "from the data folder: who can write there can forge it;"
                                        + " give --key",
                        elsewhere,
                        out);
            }
        }
    }

    private static int verify(
            LogSource source,
            List<VerifierKey> keys,
            String keysFrom,
            List<Note> elsewhere,
            PrintStream out) {
        out.println("log          " + source.place());
        out.println(Report.keys(keys, keysFrom));
        Verification verification = new Verification(source, keys, elsewhere).run();
        out.println(new Report(verification).text());
        return verification.findings().isEmpty() ? INTACT : NOT_INTACT;
    }

    private static LogSource source(Place.Url place) {
        Properties properties = new Properties();
        place.user().ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(System.getenv(PASSWORD))
                .ifPresent(password -> properties.setProperty("password", password));
        String shown = place.url().replaceFirst("\\?.*", "");
        try {
            return DatabaseSource.of(
                    () -> DriverManager.getConnection(place.url(), properties), shown);
        } catch (SQLException e) {
            throw new CannotVerify("cannot reach %s: %s".formatted(shown, e.getMessage()), e);
        }
    }
}
