package dev.mastro.eventstore.append;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
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
    void who_is_slow_is_waited_for_by_the_next_one_and_not_by_those_after_it() throws Exception {
        Turns.Turn slow = patient.next();
        Thread impatient = waiting();
        impatient.interrupt();
        impatient.join();

        patient.next().end();

        slow.end();
    }

    private Thread waiting() {
        Thread waiting =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            patient.next().end();
                        });
        Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        return waiting;
    }
}
