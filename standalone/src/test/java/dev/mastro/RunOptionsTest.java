package dev.mastro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

    @Test
    void nothing_given_means_the_usual_port_folder_and_clock() {
        assertThat(RunOptions.parse())
                .isEqualTo(new RunOptions(8080, Path.of("data"), Optional.empty()));
    }

    @Test
    void a_value_follows_an_equals_sign_or_a_space() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(RunOptions.parse("--port=9", "--data", "a b", "--clock", "2026-01-01T00:00:00Z"))
                .isEqualTo(new RunOptions(9, Path.of("a b"), Optional.of(start)));
    }

    @Test
    void the_real_clock_can_be_named() {
        assertThat(RunOptions.parse("--clock=real").clockStart()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "--port=http, \"--port is a number up to 65535, not 'http'\"",
                "--port=65536, \"--port is a number up to 65535, not '65536'\"",
                "--port=-1, \"--port is a number up to 65535, not '-1'\"",
                "--port, --port needs a value",
                "--data=, --data needs a folder",
                "--colour=red, \"unknown option --colour, known are --port, --data and --clock\"",
                "oops, \"unknown option oops, known are --port, --data and --clock\"",
                "--clock=noon, \"--clock is 'real' or an instant such as 2026-01-01T00:00:00Z,"
                        + " not 'noon'\"",
            })
    void an_impossible_value_is_refused_in_one_line(String argument, String message) {
        assertThatThrownBy(() -> RunOptions.parse(argument))
                .isInstanceOfSatisfying(
                        RefusedStart.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(2))
                .hasMessage(message);
    }
}
