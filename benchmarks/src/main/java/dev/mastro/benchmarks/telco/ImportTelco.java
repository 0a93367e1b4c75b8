package dev.mastro.benchmarks.telco;

import dev.mastro.Mastro;
import dev.mastro.RefusedStart;
import dev.mastro.RunOptions;
import dev.mastro.benchmarks.http.LedgerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code ./mastro import-telco FILE [--data=DIR]}: the real book through its whole life. */
public final class ImportTelco {

    private static final String DATA = "--data";
    private static final Path DEFAULT_DATA = Path.of("data-telco");
    private static final Duration LONGEST_LAG = Duration.ofMinutes(30);

    private ImportTelco() {}

    /** Exit code 0 when every figure agrees, 1 when one does not or the import could not run. */
    public static void main(String[] arguments) {
        System.exit(importAll(arguments) ? 0 : 1);
    }

    /** Takes the arguments of {@link #main}; whether every figure agrees. */
    public static boolean importAll(String... arguments) {
        // The progress bar tells how far the months are; a line for each run would break it.
        System.setProperty("logging.level.dev.mastro.command.billing", "warn");
        try {
            TelcoBook book = TelcoBook.read(Path.of(arguments[0]));
            RunOptions options =
                    RunOptions.defaults()
                            .withPort(0)
                            .withData(data(arguments))
                            .withClockStart(book.begin().atStartOfDay(ZoneOffset.UTC).toInstant());
            try (Mastro mastro = Mastro.start(options);
                    LedgerClient ledger = new LedgerClient(mastro.baseUrl())) {
                return run(book, ledger, mastro.context().getBean(JdbcClient.class));
            }
        } catch (RefusedStart | UnusableBook e) {
            System.err.println("mastro: " + e.getMessage());
            return false;
        }
    }

    static boolean run(TelcoBook book, LedgerClient ledger, JdbcClient database) {
        Phases phases = new Phases();
        TelcoReport report = new TelcoReport(database);
        try (ProgressBar progress =
                new ProgressBarBuilder().setTaskName("months").setInitialMax(1).build()) {
            new TelcoLife(book, ledger, phases).walk(progress);
            phases.measure(
                    "read models catching up", () -> ReadModels.awaitCaughtUp(ledger, LONGEST_LAG));
        }
        Figures seen = new LedgerFigures(database, ledger).read();
        Reconciliation reconciliation = Reconciliation.of(FileFigures.of(book), seen);
        System.out.println(reconciliation.table());
        System.out.println(report.of(phases));
        System.out.println(
                reconciliation.agrees()
                        ? "Every figure agrees with the file."
                        : "NOT every figure agrees with the file.");
        return reconciliation.agrees();
    }

    private static Path data(String... arguments) {
        if (arguments.length < 2) {
            return DEFAULT_DATA;
        }
        return arguments[1].startsWith(DATA + "=")
                ? Path.of(arguments[1].substring(DATA.length() + 1))
                : Path.of(arguments[arguments.length - 1]);
    }
}
