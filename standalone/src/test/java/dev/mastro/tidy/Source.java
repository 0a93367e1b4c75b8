package dev.mastro.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A source file and its tree, parsed but not compiled. */
record Source(String path, String text, CompilationUnitTree tree, SourcePositions positions) {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Every source of every module. */
    static List<Source> all() throws IOException {
        try (Stream<Path> files = Files.find(PROJECT, 20, (path, _) -> isSource(path))) {
            return parse(files.sorted().map(Source::read).toList());
        }
    }

    /** A pretended source of production. */
    static Source ofProduction(String text) {
        return parse(List.of(new Text("wrong/src/main/java/wrong/Wrong.java", text))).getFirst();
    }

    /** A pretended test. */
    static Source ofTest(String text) {
        return parse(List.of(new Text("wrong/src/test/java/wrong/WrongTest.java", text)))
                .getFirst();
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    /** The module, which is the first folder. */
    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    List<String> lines() {
        return text.lines().toList();
    }

    long line(long offset) {
        return tree.getLineMap().getLineNumber(offset);
    }

    long start(Tree part) {
        return line(positions.getStartPosition(tree, part));
    }

    long end(Tree part) {
        return line(positions.getEndPosition(tree, part) - 1);
    }

    String complaint(long line, String about) {
        return path + ":" + line + " " + about;
    }

    /** One complaint for each part of that kind that is wrong. */
    <T extends Tree> Stream<String> complaints(
            Class<T> kind, Predicate<T> isWrong, Function<T, String> about) {
        return parts(kind).stream()
                .filter(isWrong)
                .map(part -> complaint(start(part), about.apply(part)));
    }

    <T extends Tree> List<T> parts(Class<T> kind) {
        return new TreeScanner<List<T>, List<T>>() {
            @Override
            public List<T> scan(@Nullable Tree part, List<T> found) {
                if (kind.isInstance(part)) {
                    found.add(kind.cast(part));
                }
                super.scan(part, found);
                return found;
            }
        }.scan(tree, new ArrayList<>());
    }

    private static List<Source> parse(List<Text> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, files);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        Map<URI, Text> byUri =
                files.stream().collect(Collectors.toMap(Text::toUri, Function.identity()));
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(tree -> of(byUri, tree, positions))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source of(
            Map<URI, Text> files, CompilationUnitTree tree, SourcePositions positions) {
        Text file = Objects.requireNonNull(files.get(tree.getSourceFile().toUri()));
        return new Source(file.path, file.content, tree, positions);
    }

    private static boolean isSource(Path path) {
        String name = PROJECT.relativize(path).toString();
        return name.endsWith(".java") && name.matches("[a-z-]+/src/(main|test)/java/.*");
    }

    private static Text read(Path path) {
        try {
            return new Text(PROJECT.relativize(path).toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String path;
        private final String content;

        Text(String path, String content) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.path = path;
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
