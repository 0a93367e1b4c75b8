package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.query.RecordedFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rebuild writes many rows where the live projection wrote few: they must be the same. */
class TableWriterIT {

    private static final RecordedFacts FACTS = new RecordedFacts();
    private static final JdbcClient JDBC = FACTS.jdbc();
    private static final TableWriter WRITER = FACTS.writer();

    private static final TableColumns<Row> COLUMNS =
            TableColumns.<Row>of("written")
                    .with("id", ColumnType.UUID, Row::id)
                    .with("big", ColumnType.BIGINT, row -> row.cells() ? Long.MIN_VALUE : null)
                    .with("small", ColumnType.INTEGER, row -> row.cells() ? -7 : null)
                    .with("yes", ColumnType.BOOLEAN, row -> row.cells() ? true : null)
                    .with("day", ColumnType.DATE, Row::day)
                    .with("at", ColumnType.TIMESTAMP, Row::at)
                    .changing("words", ColumnType.TEXT, Row::words)
                    .with("kept", ColumnType.JSON, Row::json)
                    .with("searched", ColumnType.JSONB, Row::json);

    private record Row(
            UUID id,
            boolean cells,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable String words) {

        static Row empty() {
            return new Row(UUID.randomUUID(), false, null, null, null);
        }

        static Row of(String day, String at, String words) {
            return new Row(UUID.randomUUID(), true, LocalDate.parse(day), Instant.parse(at), words);
        }

        @Nullable String json() {
            return cells ? "{\"b\": 1,  \"a\": [\"\u00e9\"]}" : null;
        }
    }

    private static final List<Row> ROWS =
            List.of(
                    Row.empty(),
                    Row.of("2000-01-01", "2000-01-01T00:00:00Z", ""),
                    Row.of("2026-02-28", "2026-02-28T23:59:59.999999Z", "a\tb\\N\n\"{,}'\u20ac"),
                    Row.of("1969-12-31", "1999-12-31T23:59:59.000001Z", "NULL"));

    @BeforeEach
    void empty() {
        JDBC.sql("DROP TABLE IF EXISTS written").update();
        JDBC.sql(
                        """
                        CREATE TABLE written (
                            id uuid PRIMARY KEY, big bigint, small integer, yes boolean, day date,
                            at timestamptz, words text, kept json, searched jsonb)
                        """)
                .update();
    }

    @Test
    void many_rows_are_written_as_few_are() {
        WRITER.insert(COLUMNS, ROWS);
        String few = content();
        empty();

        WRITER.insert(COLUMNS, many());

        JDBC.sql("DELETE FROM written WHERE id <> ALL (?::uuid[])")
                .param(1, ROWS.stream().map(row -> row.id().toString()).toArray(String[]::new))
                .update();
        assertThat(content()).isEqualTo(few).contains("a\tb\\N\n\"{,}'\u20ac");
    }

    @Test
    void a_row_that_is_there_is_changed_only_where_it_may() {
        Row before = Row.of("2026-01-01", "2026-01-01T00:00:00Z", "before");
        WRITER.upsert(COLUMNS, List.of(before));

        WRITER.upsert(COLUMNS, List.of(new Row(before.id(), false, null, null, "after")));

        assertThat(JDBC.sql("SELECT words || ' ' || day FROM written").query(String.class).single())
                .isEqualTo("after 2026-01-01");
    }

    @Test
    void of_many_rows_one_that_is_refused_refuses_all_and_says_why() {
        List<Row> twice = Stream.concat(many().stream(), ROWS.stream()).toList();

        assertThatThrownBy(() -> WRITER.insert(COLUMNS, twice))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(JDBC.sql("SELECT count(*) FROM written").query(Long.class).single()).isZero();
    }

    private static List<Row> many() {
        return Stream.concat(ROWS.stream(), Stream.generate(Row::empty))
                .limit(TableWriter.MANY)
                .toList();
    }

    private static String content() {
        return FACTS.content("written", "id");
    }
}
