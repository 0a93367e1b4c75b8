package dev.mastro.chaos.fault.process;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who reads which segment of the read models. A node that lives writes each of its claims anew
 * every second, so what was claimed since a node has died is claimed by another one.
 */
record Claims(JdbcClient database) {

    private static final String NOW = "SELECT clock_timestamp()::text";

    private static final String ALL_SINCE =
            """
            SELECT count(*) > 0
                   AND bool_and(owner IS NOT NULL
                                AND coalesce(claimed_at::timestamptz > ?::timestamptz, false))
              FROM token_entry
            """;

    String now() {
        return database.sql(NOW).query(String.class).single();
    }

    /** Whether every segment of every read model was claimed after that moment, and still is. */
    boolean areAllSince(String moment) {
        return database.sql(ALL_SINCE).param(moment).query(Boolean.class).single();
    }
}
