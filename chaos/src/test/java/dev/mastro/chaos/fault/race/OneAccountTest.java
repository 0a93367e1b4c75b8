package dev.mastro.chaos.fault.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneAccountTest {

    private static final Rows NO_ROWS =
            new Rows(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), List.of(), List.of());

    @Test
    void answers_in_time_are_no_pile_up() {
        assertThat(complaints(answered(201, 12_000), answered(503, 6_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"201, 12001", "422, 12001", "0, 12001", "503, 6001"})
    void a_late_answer_of_any_kind_is_a_pile_up(int status, long millis) {
        assertThat(complaints(answered(201, 30), answered(status, millis)))
                .singleElement()
                .asString()
                .contains("after " + millis + " ms");
    }

    private static List<String> complaints(Sending... sendings) {
        return new OneAccount()
                .complaints(new History(List.of(sendings)), new History(List.of()), NO_ROWS);
    }

    private static Sending answered(int status, long tookMillis) {
        return new Sending(
                "#1",
                Role.FIRST,
                new Request("a", "/accounts/a/credits", "key", "{}"),
                "command-1",
                status,
                "{}",
                false,
                true,
                0,
                tookMillis);
    }
}
