package dev.mastro.eventstore.seal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to which index no event can appear any more. An append has a transaction number before it
 * takes its first index, so a fence that is taken after an index was seen is higher than the
 * numbers of all transactions that took lower indexes. Once every transaction below the fence has
 * ended, whatever they appended is visible.
 */
final class Watermark {

    /** Which index was the last one taken, and a transaction number taken after that was seen. */
    record Sample(long lastIndex, long fence) {}

    /** Enough for the watermark to follow closely; a long transaction must not pile up more. */
    private static final int MOST_OPEN = 16;

    private final Deque<Sample> open = new ArrayDeque<>();
    private long index;

    Watermark(long index) {
        this.index = index;
    }

    long index() {
        return index;
    }

    /** A later index with a later fence may always take the place of an earlier one. */
    void remember(Sample sample) {
        if (open.size() == MOST_OPEN) {
            open.removeLast();
        }
        open.addLast(sample);
    }

    /**
     * All events that were visible when {@code oldestRunning} was the lowest number of a running
     * transaction have been sealed.
     *
     * @return whether the watermark has risen
     */
    boolean rise(long oldestRunning) {
        long before = index;
        for (Sample sample = open.peekFirst();
                sample != null && sample.fence() < oldestRunning;
                sample = open.peekFirst()) {
            index = Math.max(index, sample.lastIndex());
            open.removeFirst();
        }
        return index > before;
    }
}
