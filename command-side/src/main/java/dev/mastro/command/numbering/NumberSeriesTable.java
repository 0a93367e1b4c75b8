package dev.mastro.command.numbering;

import dev.mastro.eventstore.append.OwnCommit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A row per series, locked from the taking of a number to the commit of the events that carry it:
 * numbers and events are kept or lost together, also when the process is killed.
 */
@Component
class NumberSeriesTable implements NumberSeries {

    private static final String TAKE =
            """
            INSERT INTO number_series AS series (seller, prefix, year, last)
            VALUES (:seller, :prefix, :year, :count)
            ON CONFLICT (seller, prefix, year)
            DO UPDATE SET last = series.last + excluded.last
            RETURNING last
            """;

    private final JdbcClient jdbc;
    private final OwnCommit transaction;

    NumberSeriesTable(JdbcClient jdbc, OwnCommit transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public long take(Series series, int count) {
        transaction.begin();
        long last =
                jdbc.sql(TAKE)
                        .param("seller", series.seller())
                        .param("prefix", series.prefix())
                        .param("year", series.year())
                        .param("count", count)
                        .query(Long.class)
                        .single();
        return last - count + 1;
    }
}
