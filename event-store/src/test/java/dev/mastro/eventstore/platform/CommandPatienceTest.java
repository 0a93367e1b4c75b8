package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CommandPatienceTest {

    private static final Duration WHOLE = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - WHOLE.toNanos());
    private final CommandPatience patience = new CommandPatience(WHOLE, nanos::get);
    private final CommandMessage<?> first = new GenericCommandMessage<>("first");
    private final CommandMessage<?> second = new GenericCommandMessage<>("second");

    @Test
    void a_command_by_itself_counts_from_its_dispatch() {
        patience.begin(first);
        pass(4);
        patience.begin(second);
        pass(2);

        isAt(first, 6, -1);
        isAt(second, 2, 3);
    }

    @Test
    void commands_of_one_request_count_from_its_begin() {
        request(() -> {
            pass(1);
            patience.begin(first);
            pass(2);
            isAt(first, 3, 2);
            patience.begin(second);
            isAt(second, 3, 2);
        });

        pass(1);
        isAt(second, 4, 1);
    }

    @Test
    void a_later_command_has_a_fifth_for_itself_and_is_as_old_as_the_request() {
        request(() -> {
            patience.begin(first);
            pass(60);
            patience.begin(second);
        });

        isAt(second, 60, 1);
        pass(2);
        isAt(second, 62, -1);
    }

    @Test
    void a_request_within_a_request_is_the_same() {
        request(() -> {
            pass(3);
            request(() -> patience.begin(first));
        });

        isAt(first, 3, 2);
    }

    @Test
    void a_request_lasts_until_its_patience_is_over_and_what_is_none_always() {
        assertThat(patience.lasts()).isTrue();
        request(() -> {
            pass(4);
            assertThat(patience.lasts()).isTrue();
            pass(1);
            assertThat(patience.lasts()).isFalse();
        });
        assertThat(patience.lasts()).isTrue();
    }

    @Test
    void what_nobody_waits_for_or_what_came_from_elsewhere_has_just_begun() {
        patience.begin(first);
        pass(3);
        patience.end(first);

        isAt(first, 0, 5);
        isAt(second, 0, 5);
    }

    private void request(Runnable steps) {
        assertThat(
                        patience.<Boolean>share(() -> {
                            steps.run();
                            return true;
                        }))
                .isTrue();
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void isAt(CommandMessage<?> command, long age, long left) {
        assertThat(patience.age(command)).isEqualTo(Duration.ofSeconds(age));
        assertThat(patience.left(command)).isEqualTo(Duration.ofSeconds(left));
    }
}
