package dev.mastro.query.journal;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.shared.books.BooksClosed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes months in the books. What decides is the place in the log: several readers post at the
 * same time, so some may have posted facts that were recorded after a month was closed before they
 * could know of it. Whoever closes a month waits for the others and moves such postings.
 */
final class ClosedMonths {

    private static final String POST_BESIDE_OTHERS =
            """
            SELECT pg_advisory_xact_lock_shared(hashtext(current_schema() || '.closed_month'))
            """;

    private static final String POST_ALONE =
            """
            SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.closed_month'))
            """;

    private static final String CLOSED =
            """
            SELECT position, open_from FROM closed_month
            """;

    private static final String CLOSE =
            """
            INSERT INTO closed_month (position, month, open_from, closed_at, closed_by)
            VALUES (:position, :month, :openFrom, :closedAt, :closedBy)
            """;

    private static final String MOVE_POSTINGS =
            """
            UPDATE journal_posting
               SET posted_on = :openFrom
             WHERE position > :position AND posted_on < :openFrom
            """;

    private static final String MOVE_OPENED_LINES =
            """
            UPDATE revenue_line
               SET posted_from = :openFrom
             WHERE position > :position AND greatest(counts_from, posted_from) < :openFrom
            """;

    private static final String MOVE_CLOSED_LINES =
            """
            UPDATE revenue_line
               SET closed_posted_from = :openFrom
             WHERE closed_position > :position
               AND greatest(closed_on, closed_posted_from) < :openFrom
            """;

    private final JdbcClient jdbc;

    ClosedMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Comes before anything is posted in a transaction; tells what no other one can add to. */
    ClosedBooks lock(List<RecordedEvent> events) {
        boolean closes = events.stream().anyMatch(one -> one.event() instanceof BooksClosed);
        jdbc.sql(closes ? POST_ALONE : POST_BESIDE_OTHERS).query(row -> {});
        return new ClosedBooks(
                jdbc.sql(CLOSED)
                        .query((row, _) ->
                                new ClosedBooks.Closing(
                                        row.getLong("position"),
                                        row.getObject("open_from", LocalDate.class)))
                        .list());
    }

    /** Comes after everything else is posted. */
    void close(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof BooksClosed closed) {
                write(CLOSE, recorded, closed);
                write(MOVE_POSTINGS, recorded, closed);
                write(MOVE_OPENED_LINES, recorded, closed);
                write(MOVE_CLOSED_LINES, recorded, closed);
            }
        }
    }

    private void write(String sql, RecordedEvent recorded, BooksClosed closed) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql)
                        .param("position", recorded.position())
                        .param("openFrom", closed.openFrom());
        if (sql.equals(CLOSE)) {
            statement =
                    statement
                            .param("month", closed.month().atDay(1))
                            .param("closedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                            .param("closedBy", recorded.trail("actor").orElse("unknown"));
        }
        statement.update();
    }
}
