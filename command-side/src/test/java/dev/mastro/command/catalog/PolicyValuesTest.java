package dev.mastro.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No policy can say what no test shows: policy-values.txt names a test for each value of each key,
 * and for each key that is a number.
 */
class PolicyValuesTest {

    private static final Path VALUES = Path.of("src/test/resources/policy-values.txt");

    /** Documents and mails are shown where they are made. */
    private static final List<Path> TESTS =
            List.of(
                    Path.of("src/test"),
                    Path.of("../query-side/src/test"),
                    Path.of("../standalone/src/test"));

    @Test
    void every_value_has_a_test() throws IOException {
        assertThat(tests().keySet()).isEqualTo(values());
    }

    @Test
    void every_test_exists() throws IOException {
        Map<String, String> sources = sources();
        assertThat(tests())
                .allSatisfy((_, test) -> {
                    String[] parts = test.split("\\.", 2);
                    assertThat(sources.getOrDefault(parts[0], "")).contains("void " + parts[1]);
                });
    }

    private static Map<String, String> tests() throws IOException {
        return Files.readAllLines(VALUES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Set<String> values() {
        Set<String> values = new TreeSet<>();
        collect(SellerPolicy.class, values);
        return values;
    }

    private static void collect(Class<?> policy, Set<String> values) {
        for (RecordComponent key : policy.getRecordComponents()) {
            String name = nameOf(policy) + "." + key.getName();
            for (Class<?> type : typesIn(key.getGenericType())) {
                if (type.isEnum()) {
                    Arrays.stream(type.getEnumConstants())
                            .forEach(value -> values.add(nameOf(type) + "." + value));
                } else if (type == boolean.class) {
                    values.addAll(List.of(name + ".true", name + ".false"));
                } else if (type == int.class || type == Integer.class) {
                    values.add(name);
                } else if (type.isRecord()) {
                    collect(type, values);
                }
            }
        }
    }

    private static Stream<Class<?>> typesOf(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                    Arrays.stream(generic.getActualTypeArguments())
                            .flatMap(PolicyValuesTest::typesOf);
            case Class<?> plain -> Stream.of(plain);
            default -> Stream.of();
        };
    }

    private static List<Class<?>> typesIn(Type type) {
        return typesOf(type).toList();
    }

    private static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : javaFiles()) {
            String name = file.getFileName().toString();
            sources.put(name.substring(0, name.indexOf('.')), Files.readString(file));
        }
        return sources;
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
