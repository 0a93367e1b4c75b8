package dev.mastro.eventstore.proof;

import static dev.mastro.eventstore.proof.Subtrees.LEVELS;
import static dev.mastro.eventstore.proof.Subtrees.WIDTH;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tree over the first {@code size} leaves. It asks for a few rows of nodes, however large it
 * is; one tree is one answer, it does not follow the log.
 */
public final class Tree {

    private final Subtrees subtrees;
    private final long size;
    private final Map<Row, List<Hash>> rows = new HashMap<>();

    public Tree(Subtrees subtrees, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree of %d leaves".formatted(size));
        }
        this.subtrees = subtrees;
        this.size = size;
    }

    /** Up to {@link Subtrees#WIDTH} nodes side by side. */
    private record Row(int level, long index) {}

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** The hash that stands for all leaves. */
    public Hash root() {
        return size == 0 ? TreeHash.EMPTY : root(0, size);
    }

    /** What shows that the leaf with this index, counted from 0, is in the tree. */
    public InclusionProof inclusion(long index) {
        Objects.checkIndex(index, size);
        List<Hash> path = new ArrayList<>();
        addInclusion(path, index, 0, size);
        return new InclusionProof(index, size, path);
    }

    /** What shows that this tree has only grown since it had {@code earlier} leaves. */
    public ConsistencyProof consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("from %d to %d leaves".formatted(earlier, size));
        }
        List<Hash> path = new ArrayList<>();
        addConsistency(path, earlier, 0, size, true);
        return new ConsistencyProof(earlier, size, path);
    }

    private void addInclusion(List<Hash> path, long index, long begin, long end) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            addInclusion(path, index, begin, middle);
            path.add(root(middle, end));
        } else {
            addInclusion(path, index, middle, end);
            path.add(root(begin, middle));
        }
    }

    private void addConsistency(
            List<Hash> path, long earlier, long begin, long end, boolean known) {
        if (earlier == end) {
            if (!known) {
                path.add(root(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (earlier <= middle) {
            addConsistency(path, earlier, begin, middle, known);
            path.add(root(middle, end));
        } else {
            addConsistency(path, earlier, middle, end, false);
            path.add(root(begin, middle));
        }
    }

    private Hash root(long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return complete(level, begin >>> level);
        }
        long middle = begin + split(leaves);
        return TreeHash.node(root(begin, middle), root(middle, end));
    }

    /** The largest power of two below {@code leaves}. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private Hash complete(int level, long index) {
        int above = level % LEVELS;
        int count = 1 << above;
        long first = index << above;
        List<Hash> row = row(level - above, first / WIDTH);
        int from = Math.toIntExact(first % WIDTH);
        return TreeHash.above(row.subList(from, from + count));
    }

    private List<Hash> row(int level, long index) {
        return rows.computeIfAbsent(new Row(level, index), this::read);
    }

    private List<Hash> read(Row row) {
        long from = row.index() * WIDTH;
        long complete = size >>> row.level();
        int count = Math.toIntExact(Math.min(WIDTH, complete - from));
        return subtrees.nodes(row.level(), from, count);
    }
}
