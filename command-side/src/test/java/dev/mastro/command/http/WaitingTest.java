package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | 10",
                "Wait = 10 | 10",
                "wait=\"10\" | 10",
                "respond-async, wait=3 | 3",
                "wait=3; foo=bar | 3",
                "wait=3, wait=7 | 3",
                "wait=0 | 0",
                "wait=31 | 30",
                "wait=99999999999999999999 | 30"
            })
    void a_wish_is_understood_and_cut(String header, int seconds) {
        assertThat(Waiting.preferredBy(List.of(header))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=1.5", "wait=soon", "await=3"})
    void what_is_no_wish_is_ignored(String header) {
        assertThat(Waiting.preferredBy(List.of(header))).isNull();
    }

    @Test
    void without_the_header_nobody_waits() {
        assertThat(Waiting.preferredBy(List.of())).isNull();
    }
}
