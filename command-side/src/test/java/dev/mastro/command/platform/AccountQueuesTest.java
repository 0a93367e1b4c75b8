package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccountQueuesTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AccountId ANOTHER = new AccountId(new UUID(0, 2));
    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);

    /** As many as may wait for one account. */
    private static final int MOST = 64;

    private static final int SENDERS = 8;
    private static final int TIMES = 2_000;
    private static final int LONGEST_NANOS = 200_000;

    private final AccountQueues queues = new AccountQueues();
    private final AtomicInteger holders = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    @Test
    void an_account_has_one_holder_and_is_forgotten_when_nobody_wants_it() throws Exception {
        assertThat(take(ACCOUNT, NONE)).isTrue();
        assertThat(take(ACCOUNT, Duration.ofMillis(1))).isFalse();
        assertThat(take(ACCOUNT, Duration.ofMillis(-1))).isFalse();
        assertThat(take(ANOTHER, NONE)).isTrue();
        assertThat(queues.size()).isEqualTo(2);

        queues.release(ACCOUNT);
        queues.release(ANOTHER);

        assertThat(queues.size()).isZero();
        assertThat(take(ACCOUNT, Duration.ofMillis(-1))).as("free, so no wait").isTrue();
    }

    @Test
    void the_oldest_is_served_first_and_too_many_are_sent_away() throws Exception {
        assertThat(take(ACCOUNT, NONE)).isTrue();
        List<Integer> served = new CopyOnWriteArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        List<Integer> ages = IntStream.range(0, MOST).boxed().collect(Collectors.toList());
        Collections.shuffle(ages, new Random(7));
        for (int age : ages) {
            waiting.add(begin(age, served));
        }

        assertThat(take(ACCOUNT, LONG)).as("one more than may wait").isFalse();
        waiting.add(begin(MOST, served));

        queues.release(ACCOUNT);
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(served).hasSize(MOST + 1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(queues.size()).isZero();
    }

    @Test
    void who_gives_up_is_not_waited_for() throws Exception {
        assertThat(take(ACCOUNT, NONE)).isTrue();
        List<Integer> served = new CopyOnWriteArrayList<>();
        Thread old = begin(2, served);
        Thread young = begin(1, served);

        old.interrupt();
        old.join();
        queues.release(ACCOUNT);
        young.join();

        assertThat(served).containsExactly(1);
        assertThat(queues.size()).isZero();
        assertThat(take(ACCOUNT, NONE)).isTrue();
    }

    @Test
    void it_is_handed_over_whole_whoever_gives_up_or_is_interrupted() throws Exception {
        List<Thread> senders =
                IntStream.range(0, SENDERS)
                        .mapToObj(age -> Thread.ofPlatform().start(() -> takeAgainAndAgain(age)))
                        .toList();
        Random chance = new Random(7);
        while (senders.stream().anyMatch(Thread::isAlive)) {
            senders.get(chance.nextInt(SENDERS)).interrupt();
            Thread.onSpinWait();
        }

        assertThat(mostAtOnce).hasValue(1);
        assertThat(interrupted).hasPositiveValue();
        assertThat(queues.size()).isZero();
        assertThat(take(ACCOUNT, NONE)).isTrue();
    }

    private void takeAgainAndAgain(int minutes) {
        Random chance = new Random(minutes);
        for (int i = 0; i < TIMES; i++) {
            Duration patience = Duration.ofNanos(chance.nextInt(LONGEST_NANOS));
            try {
                if (queues.take(ACCOUNT, Duration.ofMinutes(minutes), patience)) {
                    mostAtOnce.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    holders.decrementAndGet();
                    queues.release(ACCOUNT);
                }
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        }
    }

    private boolean take(AccountId account, Duration atMost) throws InterruptedException {
        return queues.take(account, NONE, atMost);
    }

    /** A command of so many minutes, that waits. */
    private Thread begin(int minutes, List<Integer> served) {
        Thread thread = Thread.ofVirtual().start(() -> takeAndRelease(minutes, served));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private void takeAndRelease(int minutes, List<Integer> served) {
        try {
            if (queues.take(ACCOUNT, Duration.ofMinutes(minutes), LONG)) {
                served.add(minutes);
                queues.release(ACCOUNT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
