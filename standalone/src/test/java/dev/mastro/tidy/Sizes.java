package dev.mastro.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** How long things may be. */
final class Sizes {

    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_TEST = 400;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int COMPONENTS = 10;
    private static final int PARAMETERS_OF_A_CONSTRUCTOR = 6;
    private static final int COLUMNS = 100;

    private Sizes() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("long file", Sizes::longFile, Source.ofProduction("\n".repeat(301))),
                new Rule("long test", Sizes::longFile, Source.ofTest("\n".repeat(401))),
                new Rule("long method", Sizes::longMethods, wrongMethod()),
                new Rule("wide record", Sizes::wideRecords, wrongRecord()),
                new Rule("greedy constructor", Sizes::greedyConstructors, wrongConstructor()),
                new Rule("long line", Sizes::longLines, Source.ofTest("//" + "x".repeat(99))));
    }

    private static Source wrongMethod() {
        return Source.ofTest("class Wrong {\n  void wrong() {" + "\n".repeat(40) + "}\n}");
    }

    private static Source wrongRecord() {
        return Source.ofProduction(
                "record Wrong(int a, int b, int c, int d, int e, int f, int g, int h, int i,"
                        + " int j, int k) {}");
    }

    private static Source wrongConstructor() {
        return Source.ofProduction(
                "class Wrong { Wrong(int a, int b, int c, int d, int e, int f, int g) {} }");
    }

    private static Stream<String> longFile(Source source) {
        int allowed = source.isTest() ? LINES_OF_A_TEST : LINES_OF_A_FILE;
        int lines = source.lines().size();
        return lines <= allowed
                ? Stream.empty()
                : Stream.of(source.complaint(lines, "is longer than " + allowed + " lines"));
    }

    private static Stream<String> longMethods(Source source) {
        return source.complaints(
                MethodTree.class,
                method -> source.end(method) - source.start(method) >= LINES_OF_A_METHOD,
                method -> method.getName() + " is longer than " + LINES_OF_A_METHOD + " lines");
    }

    private static Stream<String> wideRecords(Source source) {
        return source.complaints(
                ClassTree.class,
                type -> isRecord(type) && components(type) > COMPONENTS,
                type -> type.getSimpleName() + " has more than " + COMPONENTS + " components");
    }

    private static boolean isRecord(ClassTree type) {
        return type.getKind() == Tree.Kind.RECORD;
    }

    /** A record has no other fields than its components and static ones. */
    private static long components(ClassTree record) {
        return record.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private static Stream<String> greedyConstructors(Source source) {
        List<ClassTree> classes = source.parts(ClassTree.class);
        return classes.stream()
                .filter(type -> !isRecord(type))
                .flatMap(type -> type.getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .filter(method -> method.getParameters().size() > PARAMETERS_OF_A_CONSTRUCTOR)
                .map(method -> source.complaint(source.start(method), "takes too much"));
    }

    private static Stream<String> longLines(Source source) {
        List<String> lines = source.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS)
                .mapToObj(i -> source.complaint(i + 1L, "is wider than " + COLUMNS));
    }
}
