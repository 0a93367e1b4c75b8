package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final long LONGEST = 200;

    private final List<Integer> meanwhile = new ArrayList<>();
    private long now = -50;
    private int asked;
    private Supplier<Integer> others = () -> asked;

    private final Remembered<Integer> remembered =
            new Remembered<>(this::answer, Duration.ofNanos(LONGEST), () -> now);

    private int answer() {
        asked++;
        int number = asked;
        meanwhile.add(others.get());
        return number;
    }

    @Test
    void an_answer_serves_in_the_first_half_of_its_time() {
        assertThat(remembered.get()).isEqualTo(1);
        now += LONGEST / 2;
        assertThat(remembered.get()).isEqualTo(1);
        now++;
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void while_one_asks_again_the_others_take_the_old_answer() {
        assertThat(remembered.get()).isEqualTo(1);
        others = remembered;
        now += LONGEST;

        assertThat(remembered.get()).isEqualTo(2);
        assertThat(meanwhile).endsWith(1);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void an_answer_that_is_too_old_serves_nobody() {
        assertThat(remembered.get()).isEqualTo(1);
        now += LONGEST / 2 + 1;
        others =
                () -> {
                    others = () -> asked;
                    now += LONGEST;
                    return remembered.get();
                };

        assertThat(remembered.get()).isEqualTo(2);
        assertThat(meanwhile).contains(3);
    }
}
