package dev.mastro.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source texts of all tests of the project, by the names of their classes. */
final class TestSources {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:#(\\w+))?`");

    private final Map<String, String> sources;

    private TestSources(Map<String, String> sources) {
        this.sources = sources;
    }

    static TestSources read() {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return new TestSources(
                    files.filter(TestSources::isTest)
                            .collect(
                                    Collectors.toMap(
                                            TestSources::nameOf,
                                            TestSources::read,
                                            (one, other) -> one + other)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the project, by its path. */
    static String document(String path) {
        return read(PROJECT.resolve(path));
    }

    /** The tests that a cell of a table names. */
    static List<String> named(String cell) {
        return TEST.matcher(cell).results().map(test -> test.group().replace("`", "")).toList();
    }

    boolean has(String test) {
        String[] parts = test.split("#", -1);
        String source = sources.get(parts[0]);
        return source != null
                && (parts.length == 1
                        || Pattern.compile("void\\s+" + parts[1] + "\\(").matcher(source).find());
    }

    /** The text of the class in which a test lies; empty where there is none. */
    String of(String test) {
        return sources.getOrDefault(test.split("#", -1)[0], "");
    }

    /** The texts of all classes whose names end so. */
    String allEnding(String suffix) {
        return sources.entrySet().stream()
                .filter(one -> one.getKey().endsWith(suffix))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private static boolean isTest(Path file) {
        String path = PROJECT.relativize(file).toString();
        return path.endsWith(".java") && path.contains("src/test/java");
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
