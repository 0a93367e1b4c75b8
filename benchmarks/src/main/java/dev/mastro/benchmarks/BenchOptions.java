package dev.mastro.benchmarks;

import dev.mastro.benchmarks.figure.Figures;
import dev.mastro.benchmarks.figure.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be chosen.
 *
 * @param letters of the figures; empty for all
 * @param folder that the results are written into
 * @param book file of the real book, for figure K
 */
record BenchOptions(Set<String> letters, int rounds, Size size, Path folder, Optional<Path> book) {

    private static final int MOST_ROUNDS = 99;
    private static final String BOOK = "K";

    static BenchOptions parse(String... arguments) {
        BenchOptions options =
                new BenchOptions(
                        Set.of(), 5, Size.FULL, Path.of("docs", "benchmarks"), Optional.empty());
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException(argument + " needs =value, see ./mastro help");
            }
            options = options.with(parts[0], parts[1]);
        }
        options.requireEachFigure();
        return options;
    }

    /** Not to be found out an hour later. */
    private void requireEachFigure() {
        for (String letter : letters) {
            if (letter.isEmpty() || chosen().only(Set.of(letter)).isEmpty()) {
                throw new IllegalArgumentException(
                        letter.equals(BOOK)
                                ? "figure %s needs --book=FILE".formatted(BOOK)
                                : "there is no such figure: '%s'".formatted(letter));
            }
        }
    }

    Figures chosen() {
        Figures figures = book.map(Figures.standard()::with).orElseGet(Figures::standard);
        return letters.isEmpty() ? figures : figures.only(letters);
    }

    private BenchOptions with(String name, String value) {
        return switch (name) {
            case "--figures" -> new BenchOptions(letters(value), rounds, size, folder, book);
            case "--rounds" -> new BenchOptions(letters, rounds(value), size, folder, book);
            case "--size" -> new BenchOptions(letters, rounds, size(value), folder, book);
            case "--out" -> new BenchOptions(letters, rounds, size, writable(value), book);
            case "--book" -> new BenchOptions(letters, rounds, size, folder, readable(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static Set<String> letters(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(one -> one.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int rounds(String value) {
        if (!value.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException(
                    "--rounds is a number from 1 to %d, not '%s'".formatted(MOST_ROUNDS, value));
        }
        return Integer.parseInt(value);
    }

    private static Size size(String value) {
        return Arrays.stream(Size.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--size is full, tenth or hundredth, not '%s'".formatted(value)));
    }

    private static Path writable(String value) {
        Path folder = Path.of(value);
        if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
            throw new IllegalArgumentException("cannot write into " + value);
        }
        return folder;
    }

    private static Optional<Path> readable(String value) {
        Path file = Path.of(value);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("cannot read " + value);
        }
        return Optional.of(file);
    }
}
