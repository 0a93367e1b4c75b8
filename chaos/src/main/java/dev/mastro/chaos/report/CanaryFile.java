package dev.mastro.chaos.report;

import dev.mastro.chaos.canary.Canary;
import dev.mastro.chaos.canary.Canary.Catch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which planted bugs were caught, one line for each. */
public final class CanaryFile {

    private static final String HEAD = "number,bug,planted_by,expected,noticed,caught,commit";

    private final Path file;

    /** In this file. */
    public CanaryFile(Path file) {
        this.file = file;
    }

    /** Puts these in the place of what was there. */
    public void write(List<Catch> catches) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    Stream.concat(Stream.of(HEAD), catches.stream().map(CanaryFile::line))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of each line. */
    public List<List<String>> rows() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .skip(1)
                            .map(line -> Arrays.asList(line.split(",", -1)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Catch one) {
        Canary canary = one.canary();
        return String.join(
                ",",
                "" + canary.number(),
                plain(canary.bug()),
                plain(canary.how()),
                words(canary.expected().stream()),
                words(one.noticed().stream()),
                one.isCaught() ? "yes" : "NO",
                Commit.current());
    }

    private static String plain(String text) {
        return text.replace(',', ';');
    }

    private static String words(Stream<?> invariants) {
        return invariants.map(Object::toString).sorted().collect(Collectors.joining(" "));
    }
}
