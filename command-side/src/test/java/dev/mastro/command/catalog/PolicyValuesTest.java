package dev.mastro.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.CancellationPolicy.RefundBasis;
import dev.mastro.command.catalog.CancellationPolicy.SelfServiceRefund;
import dev.mastro.command.catalog.DocumentPolicy.Kind;
import dev.mastro.command.catalog.DocumentPolicy.Mail;
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

/** No policy can say what no test shows: policy-values.txt names a test for each value. */
class PolicyValuesTest {

    private static final Path TESTS = Path.of("src/test");
    private static final Path VALUES = TESTS.resolve("resources/policy-values.txt");

    /** Shown value by value where refunds, documents and mails, and roles are tested. */
    private static final Set<Class<?>> ELSEWHERE =
            Set.of(
                    ActorRole.class,
                    ActorRight.class,
                    SelfServiceRefund.class,
                    RefundBasis.class,
                    Kind.class,
                    Mail.class);

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
        Set<Class<?>> types = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        collect(SellerPolicy.class, types);
        Set<String> values = new TreeSet<>();
        types.stream()
                .filter(type -> !ELSEWHERE.contains(type))
                .forEach(type ->
                        Arrays.stream(type.getEnumConstants())
                                .forEach(value -> values.add(nameOf(type) + "." + value)));
        return values;
    }

    private static void collect(Type type, Set<Class<?>> enums) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> collect(one, enums));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            enums.add(plain);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            List<RecordComponent> components = List.of(plain.getRecordComponents());
            components.forEach(component -> collect(component.getGenericType(), enums));
        }
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
        try (Stream<Path> files = Files.walk(TESTS)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith("Test.java")).toList());
        }
    }
}
