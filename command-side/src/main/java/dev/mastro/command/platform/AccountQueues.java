package dev.mastro.command.platform;

import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One holder for each account, and those who wait for it in the order in which they came. Axon's
 * lock of an aggregate begins the time of all who wait again whenever somebody releases it.
 */
final class AccountQueues {

    /** Beyond this many waiting commands one hot account would take all threads. */
    private static final int LONGEST = 64;

    private final ConcurrentMap<AccountId, Queue> queues = new ConcurrentHashMap<>();

    /** Whether the account is the caller's now; he has to release it. */
    boolean take(AccountId account, Duration atMost) throws InterruptedException {
        Queue queue = queues.compute(account, (_, known) -> Queue.joined(known));
        boolean taken = false;
        try {
            taken =
                    queue.free.getQueueLength() < LONGEST
                            && queue.free.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                queues.computeIfPresent(account, (_, known) -> known.left());
            }
        }
    }

    void release(AccountId account) {
        queues.computeIfPresent(
                account,
                (_, known) -> {
                    known.free.release();
                    return known.left();
                });
    }

    /** How many accounts are held or waited for. */
    int size() {
        return queues.size();
    }

    /** There as long as somebody holds the account or waits for it; counted by the map's lock. */
    private static final class Queue {

        private final Semaphore free = new Semaphore(1, true);
        private int present;

        private static Queue joined(@Nullable Queue known) {
            Queue queue = known == null ? new Queue() : known;
            queue.present++;
            return queue;
        }

        private @Nullable Queue left() {
            present--;
            return present == 0 ? null : this;
        }
    }
}
