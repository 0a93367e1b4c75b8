package dev.mastro.query.platform;

import java.util.Set;

/**
 * A table of a projection, written by nobody else, and the names of those of its indexes that the
 * projection itself looks into. A rebuild makes the other ones when the table is full.
 */
public record ReadTable(String name, Set<String> lookedInto) {

    /** A table that its projection looks into through these indexes. */
    public static ReadTable of(String name, String... lookedInto) {
        return new ReadTable(name, Set.of(lookedInto));
    }
}
