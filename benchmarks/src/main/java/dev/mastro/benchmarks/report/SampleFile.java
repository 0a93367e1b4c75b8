package dev.mastro.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The raw samples as CSV, so that anybody can compute with them again. */
final class SampleFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader("figure", "variant", "subject", "round", "value", "unit", "measured")
                    .setRecordSeparator("\n")
                    .get();

    private SampleFile() {}

    /** All or nothing: what took an hour is not lost while it is written again. */
    static void write(Path file, List<Sample> samples) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        print(beside, samples);
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void print(Path file, List<Sample> samples) {
        try (CSVPrinter rows = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
            for (Sample one : samples) {
                rows.printRecord(
                        one.figure(),
                        one.variant(),
                        one.subject(),
                        one.round(),
                        String.format(Locale.ROOT, "%.6f", one.value()),
                        one.unit(),
                        one.measured());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What was written there, or none. */
    static List<Sample> read(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        CSVFormat format = FORMAT.builder().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(file), format)) {
            return rows.stream().map(SampleFile::sample).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Sample sample(CSVRecord row) {
        return new Sample(
                row.get("figure"),
                row.get("variant"),
                row.get("subject"),
                Integer.parseInt(row.get("round")),
                Double.parseDouble(row.get("value")),
                row.get("unit"),
                row.get("measured"));
    }
}
