package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.RecordedFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalExportIT {

    private static final JournalQuery ALL =
            JournalQuery.between(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-05-10"));

    private static final RecordedFacts LOG = new RecordedFacts();

    private final JournalProjection projection = new JournalProjection(LOG.jdbc(), LOG.writer());
    private final Journal journal = new Journal(LOG.jdbc(), LOG.moment(projection));

    @TempDir Path folder;

    @BeforeEach
    void the_story_happens() {
        LOG.startOver(projection);
        FirstInvoiceToRefund.facts().forEach(fact -> LOG.record(projection, fact));
    }

    @Test
    void the_table_has_one_row_per_posting() {
        String csv =
                written(out -> {
                    JournalCsv table = new JournalCsv(out);
                    table.begin();
                    journal.forEach(ALL, table::write);
                });

        assertThat(csv.lines())
                .hasSize(52)
                .startsWith(
                        "date,event,derived,position,line,recorded_at,account_id,document,"
                                + "ledger_code,ledger_name,key,currency,debit,credit,service_date",
                        "2025-01-31,InvoiceIssued,false,2,1,2025-01-31T12:00:00Z,"
                                + "00000000-0000-0000-0000-000000000001,INV-0001,1100,"
                                + "Accounts receivable,00000000-0000-0001-0000-000000000001,"
                                + "EUR,195.08,,2025-01-31")
                .anyMatch(row -> row.startsWith("2025-02-14,RevenueEarned,true,1,1,"));
        assertThat(csv.split("\r\n", -1)).hasSize(53);
    }

    @Test
    void plain_text_declares_what_it_uses_and_marks_what_is_derived() {
        assertThat(plainText().lines())
                .contains(
                        "commodity 1000.00 EUR",
                        "account assets:1100 accounts receivable  ; type: A",
                        "    assets:1100 accounts receivable  195.08 EUR"
                                + "  ; key:00000000-0000-0001-0000-000000000001",
                        "    revenues:4000 subscription revenue  -79.95 EUR  ; key:pro")
                .anyMatch(line -> line.startsWith("2025-02-14 * RevenueEarned  ; derived:, "))
                .anyMatch(line -> line.startsWith("2025-01-31 * (INV-0001) InvoiceIssued  ; "));
    }

    @Test
    void hledger_accepts_the_plain_text_strictly_and_finds_the_same_balances() throws Exception {
        Path file = Files.writeString(folder.resolve("books.journal"), plainText());

        assertThat(hledger("-f", file.toString(), "check", "--strict")).isEmpty();
        assertThat(hledger("-f", file.toString(), "balance", "--flat", "-N").lines())
                .map(String::strip)
                .containsExactly(
                        "1619.64 EUR  assets:1010 payment provider, unsettled",
                        "-781.98 EUR  liabilities:2000 deferred revenue",
                        "-292.06 EUR  liabilities:2200 tax payable",
                        "-545.60 EUR  revenues:4000 subscription revenue");
    }

    @Test
    void yen_have_no_decimals_and_still_a_decimal_mark() {
        assertThat(written(out -> new HledgerText(out).begin(List.of(CurrencyUnit.of("JPY")))))
                .startsWith("commodity 1000. JPY\n");
    }

    private String plainText() {
        return written(out -> {
            HledgerText text = new HledgerText(out);
            text.begin(journal.currencies());
            journal.forEach(ALL, text::write);
        });
    }

    private static String written(Consumer<PrintWriter> export) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        export.accept(out);
        out.flush();
        return text.toString();
    }

    private static String hledger(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder("hledger");
        program.command().addAll(List.of(arguments));
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
