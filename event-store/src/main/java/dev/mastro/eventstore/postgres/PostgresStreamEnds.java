package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.StreamEnds;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the table, under a lock that every process takes. */
public final class PostgresStreamEnds implements StreamEnds {

    /** A statement of its own: what it waited for is seen only by the next one. */
    private static final String WAIT =
            """
            SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL
            """;

    private static final String GROWN =
            """
            SELECT EXISTS (
                SELECT FROM unnest(?::text[], ?::bigint[]) AS known (id, sequence_number)
                 WHERE EXISTS (
                     SELECT FROM ledger_event AS event
                      WHERE event.aggregate_id = known.id
                        AND event.sequence_number > known.sequence_number))
            """;

    private final JdbcClient jdbc;

    /** A view on the log behind {@code jdbc}, which takes part in the current transaction. */
    public PostgresStreamEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean areAt(String first, Map<String, Long> sequenceNumbers) {
        jdbc.sql(WAIT).param(first).query(Boolean.class).single();
        List<String> ids = List.copyOf(sequenceNumbers.keySet());
        String[] streams = ids.toArray(String[]::new);
        Long[] ends = ids.stream().map(sequenceNumbers::get).toArray(Long[]::new);
        return !jdbc.sql(GROWN).param(1, streams).param(2, ends).query(Boolean.class).single();
    }
}
