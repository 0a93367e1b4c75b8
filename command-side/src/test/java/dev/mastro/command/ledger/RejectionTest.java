package dev.mastro.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal is thrown somewhere and tested somewhere, in this module or in the whole. */
class RejectionTest {

    private static final Path ROOT = Path.of("..");

    private static String tests = "";
    private static String rules = "";

    @BeforeAll
    static void read() {
        tests = sources("command-side/src/test") + sources("standalone/src/test");
        rules = sources("command-side/src/main");
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void a_test_mentions_it(Rejection rejection) {
        assertThat(Pattern.compile("\\b" + rejection.name() + "\\b").matcher(tests).find())
                .as("a test that mentions it")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void a_rule_gives_it(Rejection rejection) {
        assertThat(Pattern.compile("Rejection\\." + rejection.name() + "\\b").matcher(rules).find())
                .isTrue();
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|txt)"))
                    .filter(file -> !file.endsWith("RejectionTest.java"))
                    .map(RejectionTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
