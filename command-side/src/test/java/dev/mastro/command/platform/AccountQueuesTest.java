package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AccountQueuesTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AccountId ANOTHER = new AccountId(new UUID(0, 2));
    private static final Duration LONG = Duration.ofHours(1);

    /** As many as may wait for one account. */
    private static final int MOST = 64;

    private final AccountQueues queues = new AccountQueues();

    @Test
    void an_account_has_one_holder_and_is_forgotten_when_nobody_wants_it() throws Exception {
        assertThat(queues.take(ACCOUNT, Duration.ZERO)).isTrue();
        assertThat(queues.take(ACCOUNT, Duration.ofMillis(1))).isFalse();
        assertThat(queues.take(ACCOUNT, Duration.ofMillis(-1))).isFalse();
        assertThat(queues.take(ANOTHER, Duration.ZERO)).isTrue();
        assertThat(queues.size()).isEqualTo(2);

        queues.release(ACCOUNT);
        queues.release(ANOTHER);

        assertThat(queues.size()).isZero();
        assertThat(queues.take(ACCOUNT, Duration.ofMillis(-1))).as("free, so no wait").isTrue();
    }

    @Test
    void who_comes_first_is_served_first_and_too_many_are_sent_away() throws Exception {
        assertThat(queues.take(ACCOUNT, Duration.ZERO)).isTrue();
        List<Integer> served = new CopyOnWriteArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            int number = i;
            Thread thread = Thread.ofVirtual().start(() -> takeAndRelease(number, served));
            waiting.add(thread);
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        assertThat(queues.take(ACCOUNT, LONG)).as("one more than may wait").isFalse();

        queues.release(ACCOUNT);
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(served).hasSize(MOST).isSorted();
        assertThat(queues.size()).isZero();
    }

    @Test
    void who_is_interrupted_leaves_the_queue() throws Exception {
        assertThat(queues.take(ACCOUNT, Duration.ZERO)).isTrue();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> queues.take(ACCOUNT, LONG))
                .isInstanceOf(InterruptedException.class);

        queues.release(ACCOUNT);
        assertThat(queues.size()).isZero();
    }

    private void takeAndRelease(int number, List<Integer> served) {
        try {
            if (queues.take(ACCOUNT, LONG)) {
                served.add(number);
                queues.release(ACCOUNT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
