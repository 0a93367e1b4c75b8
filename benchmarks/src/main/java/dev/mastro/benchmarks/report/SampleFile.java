package dev.mastro.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The raw samples as CSV, so that anybody can compute with them again. */
final class SampleFile {

    private SampleFile() {}

    static void write(Path file, List<Sample> samples) {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader("figure", "variant", "subject", "round", "value", "unit")
                        .setRecordSeparator("\n")
                        .get();
        try (CSVPrinter rows = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            for (Sample one : samples) {
                rows.printRecord(
                        one.figure(),
                        one.variant(),
                        one.subject(),
                        one.round(),
                        String.format(Locale.ROOT, "%.6f", one.value()),
                        one.unit());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
