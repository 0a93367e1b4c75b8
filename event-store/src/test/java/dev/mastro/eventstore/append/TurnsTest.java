package dev.mastro.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns patient = new Turns(Duration.ofDays(1));

    @Test
    void a_turn_begins_when_the_last_one_ends() throws InterruptedException {
        Turns.Turn first = patient.next();
        Thread second = waiting();

        first.end();

        second.join();
    }

    @Test
    void a_turn_that_is_ended_twice_makes_room_for_one() throws InterruptedException {
        Turns.Turn first = patient.next();
        first.end();
        first.end();

        Turns.Turn second = patient.next();
        Thread third = waiting();

        second.end();
        third.join();
    }

    @Test
    void nobody_waits_long_for_who_is_slow() {
        Turns impatient = new Turns(Duration.ofMillis(1));
        Turns.Turn slow = impatient.next();

        Turns.Turn beside = impatient.next();

        assertThat(beside).isNotSameAs(slow);
    }

    private Thread waiting() {
        Thread waiting =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            var _ = patient.next();
                        });
        Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        return waiting;
    }
}
