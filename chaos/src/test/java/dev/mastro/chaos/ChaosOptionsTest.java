package dev.mastro.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.chaos.fault.Faults;
import dev.mastro.chaos.trial.Fault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTest {

    @Test
    void without_options_all_faults_are_brought_about_as_often_as_published() {
        Map<String, Integer> planned = new HashMap<>();
        ChaosOptions.parse().plan().forEach((fault, times) -> planned.put(fault.id(), times));

        assertThat(planned)
                .isEqualTo(
                        Faults.all().stream()
                                .collect(Collectors.toMap(Fault::id, Fault::repetitions)));
    }

    @Test
    void a_fault_can_be_chosen_and_repeated() {
        assertThat(ChaosOptions.parse("--fault=F4", "--repetitions=3").plan())
                .hasSize(1)
                .allSatisfy((fault, times) -> {
                    assertThat(fault.id()).isEqualTo("F4");
                    assertThat(times).isEqualTo(3);
                });
    }

    @Test
    void a_fault_that_is_named_twice_is_meant_once() {
        assertThat(ChaosOptions.parse("--fault=F4,F4").plan()).hasSize(1);
    }

    @Test
    void what_has_passed_is_run_again_only_when_that_is_said() {
        assertThat(ChaosOptions.parse().wanted().isAgain()).isFalse();
        assertThat(ChaosOptions.parse("--again").wanted().isAgain()).isTrue();
    }

    @Test
    void results_are_kept_beside_the_page_that_tells_them() {
        assertThat(ChaosOptions.parse("--project=there").results())
                .isEqualTo(Path.of("there", "docs", "reliability"));
        assertThat(ChaosOptions.parse("--results=elsewhere").results())
                .isEqualTo(Path.of("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fault=F99",
                "--fault=,",
                "--tier=soak",
                "--seed=x",
                "--repetitions=",
                "--repetitions=0",
                "--fly"
            })
    void what_is_not_known_is_refused(String option) {
        assertThatThrownBy(() -> ChaosOptions.parse(option))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
