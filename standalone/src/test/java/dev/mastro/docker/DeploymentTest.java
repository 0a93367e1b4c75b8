package dev.mastro.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeploymentTest {

    private static final List<String> SIDES = List.of("command-side", "query-side");

    /** Wrong in every way that is looked for. */
    private static final String WRONG_COMPOSE =
            """
            services:
                postgres:
                    image: postgres:17
                cache:
                    image: redis:latest
                command-side:
                    build:
                        context: .
                        dockerfile: Missing
                    environment:
                        MASTRO_EVENT_SHOP: postgres
                    ports: ["8080:8080"]
                    depends_on:
                        nobody:
                            condition: service_healthy
            """;

    private static final String WRONG_DOCKERFILE = "FROM eclipse-temurin\nCOPY app.jar app.jar\n";

    private static final List<String> METRICS =
            List.of(
                    "http_server_requests_seconds_count",
                    "http_server_requests_seconds_sum",
                    "hikaricp_connections_active",
                    "jvm_memory_used_bytes",
                    "mastro_projection_lag");

    private static Map<String, Function<JsonNode, List<String>>> composeChecks;

    @BeforeAll
    static void readSettings() throws IOException {
        composeChecks = ComposeChecks.all(Project.environmentKeys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.shared-database.yaml"})
    void a_compose_file_agrees_with_the_product(String file) {
        JsonNode compose = Project.yaml(Project.read("docker/" + file));

        composeChecks.forEach((name, check) -> assertThat(check.apply(compose)).as(name).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.shared-database.yaml"})
    void there_are_several_processes_of_each_side(String file) {
        JsonNode services = Project.yaml(Project.read("docker/" + file)).get("services");

        assertThat(SIDES)
                .allSatisfy(side ->
                        assertThat(services.at("/" + side + "/deploy/replicas").asInt())
                                .isGreaterThan(1));
    }

    @Test
    void one_file_uses_axon_server_and_the_other_does_not() {
        assertThat(eventStores("compose.yaml")).containsOnly("axon-server");
        assertThat(eventStores("compose.shared-database.yaml")).containsOnly("postgres");
    }

    @Test
    void a_wrong_compose_file_is_caught_by_every_check() {
        JsonNode compose = Project.yaml(WRONG_COMPOSE);

        composeChecks.forEach(
                (name, check) -> assertThat(check.apply(compose)).as(name).isNotEmpty());
    }

    @Test
    void a_dockerfile_agrees_with_the_product() {
        for (String side : SIDES) {
            String file = Project.read("docker/" + side + ".Dockerfile");
            DockerfileChecks.all()
                    .forEach((name, check) -> assertThat(check.test(file, side)).as(name).isTrue());
        }
    }

    @Test
    void a_wrong_dockerfile_is_caught_by_every_check() {
        for (Map.Entry<String, BiPredicate<String, String>> check :
                DockerfileChecks.all().entrySet()) {
            assertThat(check.getValue().test(WRONG_DOCKERFILE, "command-side"))
                    .as(check.getKey())
                    .isFalse();
        }
    }

    @Test
    void the_side_answers_where_the_health_check_asks() {
        for (String side : SIDES) {
            String settings = side + "/src/main/resources/" + side + ".yaml";
            JsonNode management = Project.yaml(Project.read(settings)).get("management");
            assertThat(management.at("/endpoint/health/probes/enabled").asBoolean()).isTrue();
            assertThat(management.at("/endpoints/web/exposure/include").asString())
                    .contains("health", "prometheus");
        }
    }

    @Test
    void prometheus_scrapes_both_sides_at_their_ports() {
        JsonNode jobs =
                Project.yaml(Project.read("docker/monitoring/prometheus.yaml"))
                        .get("scrape_configs");

        assertThat(jobs.valueStream().map(DeploymentTest::target))
                .containsExactlyInAnyOrder(
                        "command-side " + Project.port("command-side") + " /actuator/prometheus",
                        "query-side " + Project.port("query-side") + " /actuator/prometheus");
    }

    @Test
    void the_dashboard_asks_for_metrics_that_exist() {
        assertThat(metrics(Project.read("docker/monitoring/mastro-dashboard.json")))
                .isSubsetOf(METRICS);
    }

    @Test
    void a_dashboard_that_asks_for_something_else_is_caught() {
        String wrong = "{'panels': [{'targets': [{'expr': 'sum(mastro_shoe_size)'}]}]}";

        assertThat(metrics(wrong.replace('\'', '"')))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(METRICS);
    }

    private static String target(JsonNode job) {
        JsonNode names = job.at("/dns_sd_configs/0");
        return String.join(
                " ",
                names.at("/names/0").asString(),
                names.get("port").asString(),
                job.get("metrics_path").asString());
    }

    private static Set<String> metrics(String dashboard) {
        Pattern name = Pattern.compile("[a-z]+(?:_[a-z]+)+");
        return Set.copyOf(
                Project.json(dashboard)
                        .get("panels")
                        .valueStream()
                        .map(panel -> panel.at("/targets/0/expr").asString())
                        .flatMap(query -> name.matcher(query).results())
                        .map(found -> found.group())
                        .distinct()
                        .toList());
    }

    private static Stream<String> eventStores(String file) {
        JsonNode services = Project.yaml(Project.read("docker/" + file)).get("services");
        return SIDES.stream()
                .map(side -> "/" + side + "/environment/MASTRO_EVENT_STORE")
                .map(path -> services.at(path).asString());
    }
}
