package dev.mastro.eventstore.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the row of a page by the index of its event. */
final class RowsByIndex {

    /** No row has this index. */
    static final int NONE = -1;

    /** Reading over so many events of other pages costs less than asking once more. */
    private static final int FAR = 100;

    private final int[] rows;
    private final long[] sorted;
    private int next;

    RowsByIndex(long[] indexes, int size) {
        rows =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingLong(row -> indexes[row]))
                        .mapToInt(row -> row)
                        .toArray();
        sorted = Arrays.stream(rows).mapToLong(row -> indexes[row]).toArray();
    }

    /** All indexes from the first to the last one. */
    record Range(long first, long last) {}

    /** Few ranges in which all indexes are. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            boolean ends = last + 1 == sorted.length || sorted[last + 1] - sorted[last] > FAR;
            if (ends) {
                ranges.add(new Range(sorted[first], sorted[last]));
                first = last + 1;
            }
        }
        return ranges;
    }

    /** The row whose event has this index; soonest when they are asked for in their order. */
    int row(long index) {
        if (next == sorted.length || sorted[next] != index) {
            int found = Arrays.binarySearch(sorted, index);
            if (found < 0) {
                return NONE;
            }
            next = found;
        }
        return rows[next++];
    }
}
