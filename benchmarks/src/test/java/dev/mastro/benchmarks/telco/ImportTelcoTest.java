package dev.mastro.benchmarks.telco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import dev.mastro.benchmarks.http.LedgerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportTelcoTest {

    private static final TelcoBook BOOK = TelcoBook.read(Path.of("src/test/resources/book.csv"));

    @TempDir Path folder;

    @Test
    void the_figures_of_the_file_are_plain_arithmetic() {
        Figures file = FileFigures.of(BOOK);

        assertThat(file.accounts()).isEqualTo(7);
        assertThat(file.invoices()).isEqualTo(19);
        assertThat(file.billed()).isEqualByComparingTo("1313.70");
        assertThat(file.leaving()).isEqualTo(2);
        assertThat(file.recurring()).isEqualByComparingTo("234.30");
    }

    @Test
    void an_interrupted_walk_goes_on_and_every_figure_agrees() throws InterruptedException {
        try (Mastro mastro = start();
                LedgerClient ledger = new LedgerClient(mastro.baseUrl())) {
            assertThat(interruptedInNovember(ledger)).hasMessageContaining("interrupted");
        }
        try (Mastro mastro = start();
                LedgerClient ledger = new LedgerClient(mastro.baseUrl())) {
            assertThat(run(mastro, ledger)).isTrue();
        }
        try (Mastro mastro = start();
                LedgerClient ledger = new LedgerClient(mastro.baseUrl())) {
            assertThat(run(mastro, ledger)).as("once more").isTrue();
        }
    }

    @Test
    void a_figure_that_differs_is_seen() {
        Figures file = FileFigures.of(BOOK);
        Figures other = FileFigures.of(new TelcoBook(BOOK.customers().subList(1, 7)));

        assertThat(Reconciliation.of(file, file).agrees()).isTrue();
        assertThat(Reconciliation.of(file, other).agrees()).isFalse();
        assertThat(Reconciliation.of(file, other).table()).contains("1,313.70", "1,224.15");
    }

    @Test
    void a_line_that_cannot_be_used_is_named() throws Exception {
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(
                wrong,
                """
                customerID,tenure,PaymentMethod,MonthlyCharges,Churn
                0001-A,1,Mailed check,20.00,No
                0002-B,1,Mailed check,20.01,No
                """);

        assertThatThrownBy(() -> TelcoBook.read(wrong))
                .isInstanceOf(UnusableBook.class)
                .hasMessageContaining("customer 2 of the file cannot be used");
    }

    private Mastro start() {
        return Mastro.start(
                RunOptions.defaults()
                        .withPort(0)
                        .withData(folder)
                        .withClockStart(BOOK.begin().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static boolean run(Mastro mastro, LedgerClient ledger) {
        return ImportTelco.run(BOOK, ledger, mastro.context().getBean(JdbcClient.class));
    }

    private static Throwable interruptedInNovember(LedgerClient ledger)
            throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread walk =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, thrown) -> end.set(thrown))
                        .start(() -> walk(ledger));
        await().until(() -> ledger.get("/clock").path("now").asString().startsWith("2025-11"));
        walk.interrupt();
        walk.join();
        return end.get();
    }

    private static void walk(LedgerClient ledger) {
        try (ProgressBar progress = new ProgressBarBuilder().setInitialMax(1).build()) {
            new TelcoLife(BOOK, ledger, new Phases()).walk(progress);
        }
    }
}
