package dev.mastro.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule of the two sellers has a test, and every test that docs/rules.md names exists. */
class RulesTest {

    private static final Pattern LINE = Pattern.compile("\\| (R\\d{3}-\\d{2}) \\| (.*) \\| .+ \\|");

    /** How many rules each page of the sellers has. */
    private static final Map<String, Integer> PAGES =
            Map.of("R000", 18, "R001", 43, "R002", 18, "R003", 30, "R004", 15);

    /** Their features are not there yet; a rule leaves this list with its first test. */
    private static final List<String> WITHOUT = List.of();

    private static TestSources tests;

    @BeforeAll
    static void readTests() {
        tests = TestSources.read();
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
                            .filter(test -> !tests.has(test))
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
                List<String> before = rules.put(rule.group(1), TestSources.named(rule.group(2)));
                assertThat(before).as("%s is there twice", rule.group(1)).isNull();
            }
        }
        return rules;
    }

    private static String list() {
        return TestSources.document("docs/rules.md");
    }
}
