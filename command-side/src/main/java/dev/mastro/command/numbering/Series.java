package dev.mastro.command.numbering;

import dev.mastro.command.catalog.Seller;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/** The documents of one kind that one seller issues in one year, told apart by their prefix. */
record Series(String seller, String prefix, int year) implements Comparable<Series> {

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::seller)
                    .thenComparing(Series::prefix)
                    .thenComparingInt(Series::year);

    static Series of(Seller seller, String prefix, LocalDate date) {
        return new Series(seller.code(), prefix, date.getYear());
    }

    /** The series' own name, with which each of its numbers begins. */
    String name() {
        return "%s-%s-%d".formatted(prefix, seller.toUpperCase(Locale.ROOT), year);
    }

    String number(long position) {
        return "%s-%06d".formatted(name(), position);
    }

    /**
     * Everybody who needs several series takes them in this order, so that none waits in a ring.
     */
    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}
