package dev.mastro.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    /** Two parts that write, and the next piece of the log that is read meanwhile. */
    @Test
    void three_tasks_meet() throws InterruptedException {
        CyclicBarrier meeting = new CyclicBarrier(3);
        try (Workers workers = new Workers()) {
            Future<?> read = workers.start(() -> meet(meeting));
            Future<?> one = workers.start(() -> meet(meeting));
            Future<?> other = workers.start(() -> meet(meeting));

            assertThat(Workers.result(read)).isNull();
            assertThat(Workers.result(one)).isNull();
            assertThat(Workers.result(other)).isNull();
        }
    }

    @Test
    void a_failure_is_thrown_as_it_was() {
        try (Workers workers = new Workers()) {
            Future<String> failed =
                    workers.start(() -> {
                        throw new IllegalArgumentException("so");
                    });

            assertThatThrownBy(() -> Workers.result(failed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("so");
        }
    }

    private static void meet(CyclicBarrier meeting) throws InterruptedException {
        try {
            meeting.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
