package dev.mastro.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What things may be called. */
final class Names {

    private static final Set<String> BANNED =
            Set.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Impl",
                    "Base",
                    "Abstract",
                    "Info",
                    "Data",
                    "DTO",
                    "Dto",
                    "Processor",
                    "Transaction",
                    "Adjustment");

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "Property", "Example", "RepeatedTest");

    /** Two or more are shipped, a third comes with the benchmarks; their rules are data. */
    private static final Pattern SELLER =
            Pattern.compile("(?i)(?<![a-z])(zoom|goto|telco)(?![a-z])");

    private Names() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "banned word in a type's name",
                        Names::bannedWords,
                        Source.ofTest("class OrderDataTest {}")),
                new Rule(
                        "test that is no sentence",
                        Names::noSentences,
                        Source.ofTest("class Wrong { @Test void testVoid() {} }")),
                new Rule(
                        "seller's name in code",
                        Names::sellers,
                        Source.ofProduction("class Wrong { boolean is = id.equals(\"zoom\"); }")));
    }

    private static Stream<String> bannedWords(Source source) {
        return source.complaints(
                ClassTree.class,
                type -> Arrays.stream(words(type)).anyMatch(BANNED::contains),
                type -> type.getSimpleName() + " has a word that says nothing");
    }

    private static String[] words(ClassTree type) {
        return type.getSimpleName().toString().split("(?<=[a-z0-9])(?=[A-Z])");
    }

    private static Stream<String> noSentences(Source source) {
        return source.complaints(
                MethodTree.class,
                method -> isTest(method) && !method.getName().toString().matches("[a-z0-9_]+"),
                method -> method.getName() + " is no sentence in snake case");
    }

    private static boolean isTest(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .anyMatch(type -> TESTS.contains(type.toString()));
    }

    private static Stream<String> sellers(Source source) {
        return source.isTest() || source.module().equals("benchmarks")
                ? Stream.empty()
                : SELLER.matcher(source.text())
                        .results()
                        .map(found ->
                                source.complaint(
                                        source.line(found.start()), "names " + found.group()));
    }
}
