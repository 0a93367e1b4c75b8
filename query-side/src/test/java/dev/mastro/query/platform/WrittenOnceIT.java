package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.shared.LedgerEvent;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However many events a batch has, its rows are one statement for each table. */
class WrittenOnceIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final int ACCOUNTS = 300;

    private static final String COUNT_STATEMENTS =
            """
            CREATE TABLE statements (name text NOT NULL, batch xid8 NOT NULL);
            GRANT ALL ON statements TO public;
            CREATE FUNCTION count_statement() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN
                INSERT INTO statements VALUES (TG_TABLE_NAME, pg_current_xact_id());
                RETURN NULL;
            END';
            CREATE TRIGGER counted AFTER INSERT ON timeline_item
                FOR EACH STATEMENT EXECUTE FUNCTION count_statement();
            CREATE TRIGGER counted AFTER INSERT ON accounts
                FOR EACH STATEMENT EXECUTE FUNCTION count_statement();
            """;

    @Test
    void the_rows_of_a_batch_are_one_statement_for_each_table() {
        try (QuerySide querySide = QuerySide.start()) {
            querySide.ownerJdbc().sql(COUNT_STATEMENTS).update();

            querySide.record(
                    IntStream.rangeClosed(1, ACCOUNTS)
                            .mapToObj(n -> new Story(n).opened(MARCH_1))
                            .flatMap(Stream::of)
                            .toArray(LedgerEvent[]::new));
            querySide.caughtUp();

            assertThat(statements(querySide, "timeline_item"))
                    .isEqualTo(batches(querySide, "timeline_item"));
            assertThat(statements(querySide, "accounts")).isEqualTo(batches(querySide, "accounts"));
            assertThat(count(querySide, "SELECT count(*) FROM accounts")).isEqualTo(ACCOUNTS);
            assertThat(batches(querySide, "accounts")).isLessThan(ACCOUNTS / 10);
        }
    }

    private static long statements(QuerySide querySide, String table) {
        return count(
                querySide, "SELECT count(*) FROM statements WHERE name = '%s'".formatted(table));
    }

    /** Each is a transaction, together with the token of its reader. */
    private static long batches(QuerySide querySide, String table) {
        return count(
                querySide,
                "SELECT count(DISTINCT batch::text) FROM statements WHERE name = '%s'"
                        .formatted(table));
    }

    private static long count(QuerySide querySide, String sql) {
        return querySide.ownerJdbc().sql(sql).query(Long.class).single();
    }
}
