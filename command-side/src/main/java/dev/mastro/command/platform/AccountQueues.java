package dev.mastro.command.platform;

import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One holder for each account, and a queue of those who wait for it. Axon's lock of an aggregate
 * begins the time of all who wait again whenever somebody releases it.
 */
final class AccountQueues {

    /** Would more wait, one hot account would take all threads. */
    private static final int LONGEST = 64;

    private final ConcurrentMap<AccountId, Entry> entries = new ConcurrentHashMap<>();

    /** Whether the account is the caller's now; see {@link AgeQueue#take}. */
    boolean take(AccountId account, Duration age, Duration atMost) throws InterruptedException {
        Entry entry = entries.compute(account, (_, known) -> Entry.joined(known));
        boolean taken = false;
        try {
            taken = entry.queue.take(age, atMost);
            return taken;
        } finally {
            if (!taken) {
                entries.computeIfPresent(account, (_, known) -> known.left());
            }
        }
    }

    void release(AccountId account) {
        entries.computeIfPresent(
                account,
                (_, known) -> {
                    known.queue.release();
                    return known.left();
                });
    }

    /** How many accounts are held or waited for. */
    int size() {
        return entries.size();
    }

    /** There as long as somebody holds the account or waits for it; counted by the map's lock. */
    private static final class Entry {

        private final AgeQueue queue = new AgeQueue(1, LONGEST);
        private int present;

        private static Entry joined(@Nullable Entry known) {
            Entry entry = known == null ? new Entry() : known;
            entry.present++;
            return entry;
        }

        private @Nullable Entry left() {
            present--;
            return present == 0 ? null : this;
        }
    }
}
