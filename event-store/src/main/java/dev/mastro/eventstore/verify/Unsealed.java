package dev.mastro.eventstore.verify;

/**
 * Events without a position.
 *
 * @param waiting how many
 * @param forgotten how many of them the sealer has passed by
 * @param firstForgotten the smallest index of those, if there are any
 */
public record Unsealed(long waiting, long forgotten, long firstForgotten) {

    /** Each event has its position. */
    public static final Unsealed NONE = new Unsealed(0, 0, 0);
}
