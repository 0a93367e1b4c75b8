package dev.mastro.benchmarks;

import dev.mastro.benchmarks.figure.Course;
import dev.mastro.benchmarks.figure.Figures;
import dev.mastro.benchmarks.report.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** {@code ./mastro bench}: every figure beside its baseline. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int WRONG_OPTION = 2;

    private Bench() {}

    /** Exit code 0 when everything was measured, whether or not it reached its aim. */
    public static void main(String[] arguments) {
        try {
            // Threads of libraries may still wait for work.
            System.exit(measure(BenchOptions.parse(arguments)) ? 0 : FAILED);
        } catch (IllegalArgumentException e) {
            System.err.println("mastro: " + e.getMessage());
            System.exit(WRONG_OPTION);
        }
    }

    static boolean measure(BenchOptions options) {
        Figures figures = options.chosen();
        Path data = scratch();
        try {
            Results results = new Results(options.folder(), Figures.titles(), Machine::words);
            figures.measure(
                    new Course(data, options.rounds(), options.size(), results), Bench::tell);
            System.out.println(results.table());
            tell("written to " + options.folder());
            results.failed().forEach(title -> tell("FAILED: " + title.figure()));
            return results.failed().isEmpty();
        } finally {
            delete(data);
        }
    }

    private static void tell(String line) {
        System.out.println("bench: " + line);
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("mastro-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("no place for data", e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            tell("cannot delete " + folder + ": " + e.getMessage());
        }
    }
}
