package dev.mastro.query.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ReadContractIT {

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void every_read_and_every_parameter_is_told_in_words() {
        JsonNode paths = querySide.get("/openapi.json").body().at("/paths");

        assertThat(paths.size()).isGreaterThan(20);
        paths.forEachEntry((path, methods) ->
                methods.forEachEntry((method, operation) -> {
                    assertThat(operation.at("/summary").asString()).as(path).isNotBlank();
                    for (JsonNode parameter : operation.path("parameters")) {
                        assertThat(parameter.path("description").asString())
                                .as("%s: %s", path, parameter.path("name"))
                                .isNotBlank();
                    }
                }));
    }

    @Test
    void the_file_speaks_of_nothing_that_does_not_exist() {
        var handlers =
                querySide
                        .named("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .values();

        assertThat(ReadContract.fromFile().names())
                .isEqualTo(
                        handlers.stream()
                                .filter(ReadContract::isRead)
                                .map(ReadContract::nameOf)
                                .collect(Collectors.toSet()));
    }
}
