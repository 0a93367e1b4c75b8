package dev.mastro.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a compose file may not say. */
final class ComposeChecks {

    private static final Path DOCKER = Project.ROOT.resolve("docker");

    /** Services whose health nobody waits for. */
    private static final Set<String> ONLOOKERS = Set.of("prometheus", "grafana");

    private static final String ROLE = "mastro_app";

    private ComposeChecks() {}

    static Map<String, Function<JsonNode, List<String>>> all(Set<String> environmentKeys) {
        return Map.of(
                "image without a pinned version", ComposeChecks::unpinned,
                "another PostgreSQL than the embedded one", ComposeChecks::otherPostgres,
                "setting that nobody reads", compose -> unknownSettings(compose, environmentKeys),
                "port where nobody listens", ComposeChecks::wrongPorts,
                "image that cannot be built", ComposeChecks::missingBuilds,
                "service whose health is unknown", ComposeChecks::withoutHealth,
                "dependency on nobody", ComposeChecks::wrongDependencies,
                "process that works as the owner of the log", ComposeChecks::worksAsOwner,
                "database without the role of the application", ComposeChecks::withoutRole);
    }

    private static List<String> unpinned(JsonNode compose) {
        return services(compose)
                .filter(service -> service.getValue().has("image"))
                .filter(service -> !isPinned(service.getValue().get("image").asString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean isPinned(String image) {
        return image.matches("[^:]+:v?\\d+\\.\\d+[\\w.-]*");
    }

    private static List<String> otherPostgres(JsonNode compose) {
        String embedded = Project.property("postgres-binaries.version");
        String wanted = "postgres:" + embedded.substring(0, embedded.lastIndexOf('.'));
        return services(compose)
                .map(service -> service.getValue().path("image").asString(""))
                .filter(image -> image.startsWith("postgres:") && !image.equals(wanted))
                .toList();
    }

    private static List<String> unknownSettings(JsonNode compose, Set<String> known) {
        return sides(compose)
                .flatMap(side -> side.getValue().path("environment").propertyNames().stream())
                .filter(key -> !known.contains(key))
                .toList();
    }

    private static List<String> wrongPorts(JsonNode compose) {
        return sides(compose)
                .flatMap(side ->
                        side.getValue()
                                .path("ports")
                                .valueStream()
                                .map(JsonNode::asString)
                                .filter(port -> !port.endsWith(":" + Project.port(side.getKey()))))
                .toList();
    }

    private static List<String> missingBuilds(JsonNode compose) {
        return sides(compose)
                .filter(side -> !canBeBuilt(side.getKey(), side.getValue().get("build")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean canBeBuilt(String side, JsonNode build) {
        Path context = DOCKER.resolve(build.get("context").asString()).normalize();
        Path dockerfile = context.resolve(build.get("dockerfile").asString()).normalize();
        return context.equals(Project.ROOT.resolve(side)) && Files.exists(dockerfile);
    }

    /** Our own images carry their check in the Dockerfile. */
    private static List<String> withoutHealth(JsonNode compose) {
        return services(compose)
                .filter(service -> !ONLOOKERS.contains(service.getKey()))
                .filter(service -> !service.getValue().has("build"))
                .filter(service -> !service.getValue().at("/healthcheck/test").isArray())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> wrongDependencies(JsonNode compose) {
        return sides(compose)
                .flatMap(side -> side.getValue().path("depends_on").properties().stream())
                .filter(needed ->
                        !compose.get("services").has(needed.getKey())
                                || !needed.getValue()
                                        .path("condition")
                                        .asString("")
                                        .equals("service_healthy"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> worksAsOwner(JsonNode compose) {
        String owner = compose.at("/services/postgres/environment/POSTGRES_USER").asString("");
        return sides(compose)
                .filter(side -> {
                    JsonNode settings = side.getValue().path("environment");
                    return !settings.path("SPRING_DATASOURCE_USERNAME").asString("").equals(ROLE)
                            || !settings.path("SPRING_FLYWAY_USER").asString("").equals(owner);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The image of PostgreSQL runs what is mounted into this folder of its own. */
    private static List<String> withoutRole(JsonNode compose) {
        JsonNode postgres = compose.at("/services/postgres");
        boolean makesRole =
                postgres.path("volumes")
                        .valueStream()
                        .map(JsonNode::asString)
                        .anyMatch("./postgres:/docker-entrypoint-initdb.d:ro"::equals);
        String script = Project.read("docker/postgres/application-role.sh");
        boolean hasPassword = postgres.path("environment").has("APPLICATION_PASSWORD");
        boolean fits =
                script.contains("CREATE ROLE " + ROLE + " LOGIN PASSWORD :'password'")
                        && script.contains("--set=password=\"$APPLICATION_PASSWORD\"");
        return makesRole && hasPassword && fits ? List.of() : List.of("postgres");
    }

    private static Stream<Map.Entry<String, JsonNode>> sides(JsonNode compose) {
        return services(compose).filter(service -> service.getValue().has("build"));
    }

    private static Stream<Map.Entry<String, JsonNode>> services(JsonNode compose) {
        return compose.get("services").properties().stream();
    }
}
