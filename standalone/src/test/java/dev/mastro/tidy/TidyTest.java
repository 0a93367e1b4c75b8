package dev.mastro.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TidyTest {

    private static List<Source> sources;

    @BeforeAll
    static void readSources() throws IOException {
        sources = Source.all();
    }

    static Stream<Rule> rules() {
        return Stream.of(Sizes.rules(), Names.rules(), Habits.rules()).flatMap(rules -> rules);
    }

    @Test
    void every_module_is_read() {
        assertThat(sources.stream().map(Source::module))
                .contains(
                        "shared-events",
                        "embedded-postgres",
                        "event-store",
                        "command-side",
                        "query-side",
                        "standalone",
                        "benchmarks",
                        "chaos");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void our_sources_have_no(Rule rule) {
        assertThat(sources.stream().flatMap(rule.check())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_wrong_source_is_caught_with_its(Rule rule) {
        assertThat(rule.check().apply(rule.wrong())).isNotEmpty();
    }

    @Test
    void every_package_says_what_it_is_and_that_null_is_marked() {
        assertThat(undescribed(sources)).isEmpty();
    }

    @Test
    void a_package_without_a_description_or_without_the_mark_is_caught() {
        Source described = Source.ofProduction("/** Said. */ @NullMarked package wrong.said;");
        Source unmarked = Source.ofProduction("/** Said. */ package wrong.unmarked;");
        Source silent = Source.ofProduction("@NullMarked package wrong.silent;");
        Source alone = Source.ofProduction("package wrong.alone; class Alone {}");

        assertThat(undescribed(List.of(described, unmarked, silent, alone)))
                .containsExactlyInAnyOrder(
                        "wrong wrong.unmarked", "wrong wrong.silent", "wrong wrong.alone");
    }

    private static Set<String> undescribed(List<Source> all) {
        Set<String> described =
                all.stream()
                        .filter(TidyTest::describes)
                        .map(TidyTest::place)
                        .collect(Collectors.toSet());
        return all.stream()
                .map(TidyTest::place)
                .filter(place -> !described.contains(place))
                .collect(Collectors.toSet());
    }

    private static boolean describes(Source source) {
        return source.tree().getPackageAnnotations().stream()
                        .anyMatch(it -> it.getAnnotationType().toString().equals("NullMarked"))
                && Comment.in(source).anyMatch(Comment::isJavadoc);
    }

    private static String place(Source source) {
        return source.module() + " " + source.packageName();
    }
}
