package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.work.TooBusyException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.ResponseEntity;

class HttpProblemsTest {

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_that_passes_says_so_and_when_to_come_again(Exception failure, String code) {
        ResponseEntity<byte[]> answer = new HttpProblems().unexpected(failure);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                .contains("\"code\":\"" + code + "\"");
    }

    static Stream<Arguments> failures() {
        SQLException down = new SQLException("refused", "08001");
        return Stream.of(
                Arguments.of(new TooBusyException("the account is busy"), "BUSY"),
                Arguments.of(
                        new CommandExecutionException("told by Axon Server", null, "BUSY"), "BUSY"),
                Arguments.of(
                        new TransientDataAccessResourceException(
                                "x", new SQLTransientConnectionException("all are in use")),
                        "BUSY"),
                Arguments.of(
                        new TransientDataAccessResourceException(
                                "x", new SQLTransientConnectionException("x", "08001", down)),
                        "STORE_UNAVAILABLE"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void a_resource_that_fails_is_the_store_or_what_others_use(String state, String code) {
        ResponseEntity<byte[]> answer =
                new HttpProblems()
                        .notNow(
                                new DataAccessResourceFailureException(
                                        "x", new SQLException("x", state)));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                .contains("\"code\":\"" + code + "\"");
    }

    static Stream<Arguments> resources() {
        return Stream.of(
                Arguments.of("08006", "STORE_UNAVAILABLE"),
                Arguments.of("57P01", "STORE_UNAVAILABLE"),
                Arguments.of("57014", "BUSY"));
    }
}
