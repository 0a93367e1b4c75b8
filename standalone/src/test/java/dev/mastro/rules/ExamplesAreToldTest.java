package dev.mastro.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every worked example is decided by one test and told over HTTP by another (billing.md 2.2). */
class ExamplesAreToldTest {

    private static final List<String> NUMBERS =
            List.of(
                    """
                    CAL-1 CAL-2 CAL-4 CAL-6 TZ-1 TZ-2 TZ-5 DC-1 SEAT-1 SEAT-2 SEAT-3 SEAT-6 SEAT-7
                    SEAT-9 SEAT-10 SEAT-12 PLAN-1 PLAN-2 PLAN-5 ADD-1 ADD-2 ADD-4 ADD-5 CYC-1 CYC-2
                    CYC-5 GT-1 GT-2 GT-3 GT-5 GT-7 GT-8 PV-1 NP-1 NP-2 NP-3 NP-5 NP-7 NP-9 NP-10
                    RF-1 RF-2 RF-3 RF-6 CR-1 CR-2 CR-5 RD-1 RD-2 RD-3 RD-5 RD-6 RD-8 TX-1 CX-1 CX-2
                    RP-1 BT-1 WO-1 CB-1 E2E-1\
                    """
                            .split("\\s+"));

    private static final Pattern LINE =
            Pattern.compile("\\| ([A-Z0-9]+-\\d+) \\| (.*) \\| (.*) \\|(.*)\\|");
    private static final String STORIES = "WorkedExamplesTest";

    private static TestSources tests;

    @BeforeAll
    static void readTests() {
        tests = TestSources.read();
    }

    /** One line of the list. */
    private record Example(String number, String decided, String told, List<String> wrong) {

        static Example of(Matcher line) {
            return new Example(
                    line.group(1),
                    line.group(2),
                    line.group(3),
                    Stream.of(line.group(4).split(" ")).filter(one -> !one.isBlank()).toList());
        }

        /** Where a test speaks of it: by its number, or in the name of a method. */
        Pattern mention() {
            String name = number.toLowerCase(Locale.ROOT).replace('-', '_');
            return Pattern.compile("\\b" + number + "\\b(?!-)|[ _]" + name + "_");
        }
    }

    @Test
    void every_example_is_listed_once_and_no_other() {
        assertThat(examples(list())).extracting(Example::number).containsExactlyElementsOf(NUMBERS);
    }

    @Test
    void every_example_is_decided_and_told_with_what_it_rejects() {
        assertThat(faults(list())).isEmpty();
    }

    @Test
    void what_is_not_told_is_caught() {
        String list =
                """
                | CAL-1 | `NoSuchTest` | `WorkedExamplesTest` | |
                | CAL-3 | `CalendarExamplesTest` | `WorkedExamplesTest` | |
                | RD-1 |  | `ExamplesAreToldTest` | |
                | TZ-2 | `CalendarExamplesTest` | `WorkedExamplesTest` | 82.42 82.41 |
                """;

        assertThat(faults(list))
                .containsExactly(
                        "CAL-1: there is no NoSuchTest",
                        "CAL-3: CalendarExamplesTest does not speak of it",
                        "CAL-3: no story bears its number",
                        "RD-1 is decided by no test",
                        "TZ-2: CalendarExamplesTest does not reject 82.41");
    }

    private static List<String> faults(String list) {
        List<String> faults = new ArrayList<>();
        for (Example example : examples(list)) {
            judge(example, example.decided(), "is decided by no test", faults);
            judge(example, example.told(), "is told by no test over HTTP", faults);
            rejects(example, faults);
        }
        return faults;
    }

    private static void judge(Example example, String cell, String none, List<String> faults) {
        List<String> named = TestSources.named(cell);
        if (named.isEmpty()) {
            faults.add(example.number() + " " + none);
        }
        for (String test : named) {
            if (!tests.has(test)) {
                faults.add("%s: there is no %s".formatted(example.number(), test));
            } else if (test.equals(STORIES)) {
                if (!example.mention()
                        .matcher(tests.allEnding("Stories") + tests.allEnding("Story"))
                        .find()) {
                    faults.add(example.number() + ": no story bears its number");
                }
            } else if (!example.mention().matcher(tests.of(test)).find()) {
                faults.add("%s: %s does not speak of it".formatted(example.number(), test));
            }
        }
    }

    /** What must not come out stands in the test of the decision, or in that over HTTP. */
    private static void rejects(Example example, List<String> faults) {
        List<String> named = new ArrayList<>(TestSources.named(example.decided()));
        named.addAll(TestSources.named(example.told()));
        for (String wrong : example.wrong()) {
            if (named.stream().noneMatch(test -> tests.of(test).contains(wrong))) {
                faults.add(
                        "%s: %s does not reject %s"
                                .formatted(example.number(), named.getFirst(), wrong));
            }
        }
    }

    private static List<Example> examples(String list) {
        return list.lines().map(LINE::matcher).filter(Matcher::matches).map(Example::of).toList();
    }

    private static String list() {
        return TestSources.document("docs/examples.md");
    }
}
