package dev.mastro.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.PrimitiveTypeTree;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;

/** What is not done in this house. */
final class Habits {

    private static final Pattern POSTPONED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    private static final Pattern CODE =
            Pattern.compile("(?:.*[;{}]|(?:import|return|@\\w+|if \\(|for \\(|else\\b).*\\))\\s*");

    private static final Pattern OWN_TIME =
            Pattern.compile("(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now");

    private Habits() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("tab", Habits::tabs, Source.ofTest("\tclass Wrong {}")),
                new Rule(
                        "wildcard import", Habits::wildcards, Source.ofTest("import java.util.*;")),
                new Rule(
                        "postponed work",
                        Habits::postponed,
                        Source.ofTest("class Wrong {} // TODO: round")),
                new Rule(
                        "commented-out code",
                        Habits::commentedOut,
                        Source.ofTest("class Wrong {\n  // int total = 0;\n}")),
                new Rule(
                        "warning suppressed without a reason",
                        Habits::suppressed,
                        Source.ofTest("@SuppressWarnings(\"unchecked\")\nclass Wrong {}")),
                new Rule(
                        "test that sleeps",
                        Habits::sleeps,
                        Source.ofTest("class Wrong { void wrong() { Thread.sleep(1); } }")),
                new Rule(
                        "inexact number",
                        Habits::inexact,
                        Source.ofProduction("class Wrong { void of() { double a = 1; } }")),
                new Rule(
                        "time out of thin air",
                        Habits::ownTime,
                        Source.ofProduction("class Wrong { Instant at = Instant.now(); }")));
    }

    private static Stream<String> tabs(Source source) {
        int tab = source.text().indexOf('\t');
        return tab < 0
                ? Stream.empty()
                : Stream.of(source.complaint(source.line(tab), "has a tab"));
    }

    private static Stream<String> wildcards(Source source) {
        return source.complaints(
                ImportTree.class,
                it -> it.getQualifiedIdentifier().toString().endsWith(".*"),
                it -> it.toString().strip());
    }

    private static Stream<String> postponed(Source source) {
        return Comment.in(source)
                .filter(comment -> POSTPONED.matcher(comment.text()).find())
                .map(comment -> source.complaint(comment.line(), "do it or open an issue"));
    }

    private static Stream<String> commentedOut(Source source) {
        return Comment.in(source)
                .filter(comment -> !comment.isJavadoc())
                .filter(comment -> comment.words().stream().anyMatch(Habits::isCode))
                .map(comment -> source.complaint(comment.line(), "is commented-out code"));
    }

    private static boolean isCode(String words) {
        return CODE.matcher(words).matches();
    }

    private static Stream<String> suppressed(Source source) {
        return source.complaints(
                AnnotationTree.class,
                it ->
                        it.getAnnotationType().toString().equals("SuppressWarnings")
                                && !hasReason(source, it),
                _ -> "suppresses a warning without a reason on the line");
    }

    private static boolean hasReason(Source source, AnnotationTree suppression) {
        return source.lines()
                .get((int) source.end(suppression) - 1)
                .matches(".*SuppressWarnings.*\\) // \\w.*");
    }

    private static Stream<String> sleeps(Source source) {
        return source.complaints(
                MemberSelectTree.class,
                it -> source.isTest() && it.toString().matches("(Thread|TimeUnit\\.\\w+)\\.sleep"),
                _ -> "sleeps instead of waiting for a fact");
    }

    /** What is measured is inexact; money and its rates are not. */
    private static Stream<String> inexact(Source source) {
        return source.complaints(
                PrimitiveTypeTree.class,
                it ->
                        !source.isTest()
                                && !source.module().equals("benchmarks")
                                && (it.getPrimitiveTypeKind() == TypeKind.DOUBLE
                                        || it.getPrimitiveTypeKind() == TypeKind.FLOAT),
                _ -> "has an inexact number");
    }

    private static Stream<String> ownTime(Source source) {
        return source.complaints(
                MethodInvocationTree.class,
                call ->
                        !source.isTest()
                                && !source.packageName().contains(".platform")
                                && call.getArguments().isEmpty()
                                && OWN_TIME.matcher(call.getMethodSelect().toString()).matches(),
                call -> call + " has no clock");
    }
}
