package dev.mastro.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule of the two sellers has a test, and every test that docs/rules.md names exists. */
class RulesTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINE = Pattern.compile("\\| (R\\d{3}-\\d{2}) \\| (.*) \\| .+ \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:#(\\w+))?`");

    /** How many rules each page of the sellers has. */
    private static final Map<String, Integer> PAGES =
            Map.of("R000", 18, "R001", 43, "R002", 18, "R003", 30, "R004", 15);

    /** Their features are not there yet; a rule leaves this list with its first test. */
    private static final List<String> WITHOUT = List.of();

    private static Map<String, String> tests;

    @BeforeAll
    static void readTests() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            tests =
                    files.filter(RulesTest::isTest)
                            .collect(
                                    Collectors.toMap(
                                            RulesTest::nameOf,
                                            RulesTest::read,
                                            (one, other) -> one + other));
        }
    }

    @Test
    void every_rule_is_listed_once_and_no_other() {
        List<String> expected =
                PAGES.entrySet().stream()
                        .flatMap(page ->
                                IntStream.rangeClosed(1, page.getValue())
                                        .mapToObj(i -> "%s-%02d".formatted(page.getKey(), i)))
                        .sorted()
                        .toList();

        assertThat(rules(list()).keySet()).containsExactlyElementsOf(expected).hasSize(124);
    }

    @Test
    void every_rule_has_a_test_that_exists() {
        assertThat(faults(list()))
                .isEqualTo(WITHOUT.stream().map(rule -> rule + " has no test").toList());
    }

    @Test
    void a_rule_without_a_test_or_with_one_that_is_not_there_is_caught() {
        String list =
                """
                | R000-01 |  | nobody shows it |
                | R000-02 | `NoSuchTest` | the class is not there |
                | R000-03 | `RulesTest#no_such_method` | the method is not there |
                | R000-04 | `RulesTest#every_rule_has_a_test_that_exists` | this one is |
                """;

        assertThat(faults(list))
                .containsExactly(
                        "R000-01 has no test",
                        "R000-02: there is no NoSuchTest",
                        "R000-03: there is no RulesTest#no_such_method");
    }

    private static List<String> faults(String list) {
        List<String> faults = new ArrayList<>();
        rules(list)
                .forEach((rule, shown) -> {
                    if (shown.isEmpty()) {
                        faults.add(rule + " has no test");
                    }
                    shown.stream()
                            .filter(test -> !exists(test))
                            .map(test -> "%s: there is no %s".formatted(rule, test))
                            .forEach(faults::add);
                });
        return faults;
    }

    private static Map<String, List<String>> rules(String list) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String line : list.lines().toList()) {
            Matcher rule = LINE.matcher(line);
            if (rule.matches()) {
                List<String> before = rules.put(rule.group(1), named(rule.group(2)));
                assertThat(before).as("%s is there twice", rule.group(1)).isNull();
            }
        }
        return rules;
    }

    private static List<String> named(String cell) {
        return TEST.matcher(cell).results().map(test -> test.group().replace("`", "")).toList();
    }

    private static boolean exists(String test) {
        String[] parts = test.split("#", -1);
        String source = tests.get(parts[0]);
        return source != null
                && (parts.length == 1
                        || Pattern.compile("void\\s+" + parts[1] + "\\(").matcher(source).find());
    }

    private static String list() {
        return read(PROJECT.resolve("docs/rules.md"));
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
