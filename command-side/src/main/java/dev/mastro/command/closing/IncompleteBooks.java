package dev.mastro.command.closing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the journal lacks: events that it has put aside because it could not handle them. */
@Component
class IncompleteBooks {

    private static final String PUT_ASIDE =
            """
            SELECT count(*) FROM dead_letter_entry WHERE processing_group = 'journal'
            """;

    private final JdbcClient jdbc;

    IncompleteBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many events have not been posted. */
    long missing() {
        return jdbc.sql(PUT_ASIDE).query(Long.class).single();
    }
}
