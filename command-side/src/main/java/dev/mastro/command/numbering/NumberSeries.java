package dev.mastro.command.numbering;

/** Hands out the numbers of series, each to one taker at a time. */
interface NumberSeries {

    /**
     * Takes the next {@code count} numbers and gives the first. Nobody else gets a number of the
     * series until the current transaction ends, and they are free again if it fails.
     */
    long take(Series series, int count);
}
