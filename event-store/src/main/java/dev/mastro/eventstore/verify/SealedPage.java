package dev.mastro.eventstore.verify;

import dev.mastro.eventstore.seal.Hash;
import java.util.Arrays;

/**
 * Some positions in their order: what the log keeps of each, and the leaf that was computed from
 * the stored bytes of its event. It is a few arrays, because logs have millions of rows.
 */
public final class SealedPage {

    /** How many rows make a page that is not the last one. */
    public static final int ROWS = 4096;

    private final long[] positions = new long[ROWS];
    private final State[] states = new State[ROWS];
    private final byte[] kept = new byte[ROWS * Hash.LENGTH];
    private final byte[] links = new byte[ROWS * Hash.LENGTH];
    private final byte[] leaves = new byte[ROWS * Hash.LENGTH];
    private int size;

    /** What was found of the event of a row. */
    private enum State {
        MISSING,
        CONTRADICTS_ITSELF,
        READ
    }

    /** The next row, whose event was not found yet. */
    public void add(long position, byte[] keptLeaf, byte[] keptLink) {
        positions[size] = position;
        states[size] = State.MISSING;
        put(keptLeaf, kept, size);
        put(keptLink, links, size);
        size++;
    }

    /** A hash of another length equals none. */
    private static void put(byte[] hash, byte[] into, int row) {
        if (hash.length == Hash.LENGTH) {
            System.arraycopy(hash, 0, into, row * Hash.LENGTH, Hash.LENGTH);
        }
    }

    /** The event of this row was found, and this is its leaf. */
    public void found(int row, Hash leaf) {
        leaf.copyTo(leaves, leafAt(row));
        states[row] = State.READ;
    }

    /** The event of this row was found, and this is what is stored of it. */
    void found(int row, EventRow event) {
        states[row] = event.leaf(leaves, leafAt(row)) ? State.READ : State.CONTRADICTS_ITSELF;
    }

    /** How many rows it has. */
    public int size() {
        return size;
    }

    /** Whether nothing more can be added. */
    public boolean isFull() {
        return size == ROWS;
    }

    long position(int row) {
        return positions[row];
    }

    boolean hasEvent(int row) {
        return states[row] != State.MISSING;
    }

    /** Whether the event is the one that was sealed. */
    boolean hasSealedEvent(int row) {
        int from = leafAt(row);
        int to = from + Hash.LENGTH;
        return states[row] == State.READ && Arrays.equals(leaves, from, to, kept, from, to);
    }

    /** The computed leaves, one after the other. */
    byte[] leaves() {
        return leaves;
    }

    /** The links that the log keeps, one after the other. */
    byte[] links() {
        return links;
    }

    /** Where the leaf and the link of a row begin. */
    static int leafAt(int row) {
        return row * Hash.LENGTH;
    }
}
