package dev.mastro.verify;

/**
 * Something that is not as it must be.
 *
 * @param position where, or the first position that it concerns
 */
record Finding(long position, String what) implements Comparable<Finding> {

    @Override
    public int compareTo(Finding other) {
        return Long.compare(position, other.position);
    }

    @Override
    public String toString() {
        return "position %d: %s".formatted(position, what);
    }
}
