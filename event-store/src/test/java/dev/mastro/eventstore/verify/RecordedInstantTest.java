package dev.mastro.eventstore.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedInstantTest {

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, 0",
        "2000-01-01T00:00:00.1Z, 100000",
        "2000-01-01T00:00:01.123456Z, 1123456",
        "2000-01-01T00:00:00.000000500Z, 0",
        "2000-01-01T00:00:00.000001500Z, 2",
        "2000-01-01T00:00:00.999999999Z, 1000000",
        "1999-12-31T23:59:59.999999Z, -1",
        "2026-03-01T12:34:56.789Z, 825683696789000"
    })
    void the_text_and_the_instant_of_the_database_agree(String text, long micros) {
        assertThat(agrees(text, micros)).isTrue();
        assertThat(agrees(text, micros + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2000-01-01T00:00:00",
                "2000-01-01T00:00:00z",
                "2000-01-01T00:00:00.Z",
                "2000-01-01T00:00:00.0000000000Z",
                "2000-01-01T00:00:00.00x000Z",
                "2000-01-01T00:00:00,000000Z",
                "2000-01-01 00:00:00Z",
                "2000-13-01T00:00:00Z",
                "2000-01-01T24:00:00Z",
                "2000-01-01T00:00:00+00"
            })
    void what_is_no_instant_of_ours_agrees_with_none(String text) {
        assertThat(agrees(text, 0)).isFalse();
    }

    /** Somewhere in a longer array, as in a row. */
    private static boolean agrees(String text, long micros) {
        byte[] bytes = ("00" + text + "Z0").getBytes(StandardCharsets.US_ASCII);
        return RecordedInstant.agrees(bytes, 2, text.length(), micros);
    }
}
