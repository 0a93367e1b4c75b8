package dev.mastro.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the product itself says: its settings, ports, versions and jars. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern OWN_KEY = Pattern.compile("[\"{](mastro\\.[a-z.-]+)[\":}]");
    private static final Pattern OWN_PREFIX =
            Pattern.compile("ConfigurationProperties\\(\"(mastro[a-z.-]*)\"\\)");

    private Project() {}

    static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a process of this side listens. */
    static String port(String side) {
        String settings = "/src/main/resources/" + side.replace("-side", "-process.yaml");
        return yaml(read(side + settings)).at("/server/port").asString();
    }

    static String property(String name) {
        return first(read("pom.xml"), "<" + name + ">([^<]+)</");
    }

    static String version() {
        return first(read("pom.xml"), "<version>([^<]+)</");
    }

    /** The settings that Spring, Axon or this product reads, as environment variables. */
    static Set<String> environmentKeys() throws IOException {
        Set<String> keys = new HashSet<>(ownKeys());
        for (URL url : metadata()) {
            try (InputStream stream = url.openStream()) {
                JsonNode properties = JSON.readTree(stream).get("properties");
                properties.forEach(property -> keys.addAll(namesOf(property)));
            }
        }
        return keys.stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    /** The entries of a map are named by whoever sets them: these of a group of health checks. */
    private static List<String> namesOf(JsonNode property) {
        String name = property.get("name").asString();
        return name.equals("management.endpoint.health.group")
                ? List.of(name + ".readiness.include", name + ".liveness.include")
                : List.of(name);
    }

    private static List<URL> metadata() throws IOException {
        return Collections.list(
                Project.class
                        .getClassLoader()
                        .getResources("META-INF/spring-configuration-metadata.json"));
    }

    private static Set<String> ownKeys() throws IOException {
        try (Stream<Path> files = Files.find(ROOT, 20, (path, _) -> isOwnSource(path))) {
            return files.map(file -> read(ROOT.relativize(file).toString()))
                    .flatMap(Project::keysIn)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isOwnSource(Path path) {
        return path.toString().endsWith(".java")
                && ROOT.relativize(path).toString().contains("src/main/java");
    }

    private static Stream<String> keysIn(String source) {
        Stream<String> values = OWN_KEY.matcher(source).results().map(found -> found.group(1));
        Stream<String> records =
                OWN_PREFIX.matcher(source).results().flatMap(prefix -> components(source, prefix));
        return Stream.concat(values, records);
    }

    private static Stream<String> components(String source, MatchResult prefix) {
        String record = source.substring(prefix.end(), source.indexOf(") {", prefix.end()));
        return Pattern.compile("(\\w+)(?:,|$)")
                .matcher(record)
                .results()
                .map(found -> prefix.group(1) + "." + found.group(1));
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("nothing matches " + pattern);
        }
        return found.group(1);
    }
}
