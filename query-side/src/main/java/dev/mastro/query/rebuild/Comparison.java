package dev.mastro.query.rebuild;

import dev.mastro.query.platform.ReadTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares shadow tables with live ones, row by row and byte by byte, and keeps what differs. */
@Component
class Comparison {

    private static final int EXAMPLES = 100;

    private static final String KEY =
            """
            SELECT attname
              FROM pg_index
              JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
             WHERE indrelid = ('public.' || ?)::regclass AND indisprimary
             ORDER BY attname
            """;

    private static final String FORGET =
            """
            WITH examples AS (DELETE FROM projection_difference WHERE projection = :projection)
            DELETE FROM projection_comparison WHERE projection = :projection
            """;

    private static final String COUNT =
            """
            INSERT INTO projection_comparison
                   (projection, table_name, rebuilt, missing, surplus, changed)
            SELECT ?, ?, count(rebuilt.%3$s),
                   count(*) FILTER (WHERE live.%3$s IS NULL),
                   count(*) FILTER (WHERE rebuilt.%3$s IS NULL),
                   count(*) FILTER (WHERE live.* *<> rebuilt.*)
              FROM public.%1$s AS live
              FULL JOIN %2$s.%1$s AS rebuilt ON %4$s
            RETURNING missing + surplus + changed
            """;

    private static final String EXAMPLE =
            """
            INSERT INTO projection_difference
                   (projection, table_name, place, key, live, rebuilt)
            SELECT ?, ?, row_number() OVER (), json_build_object(%5$s),
                   CASE WHEN live.%3$s IS NOT NULL THEN row_to_json(live) END,
                   CASE WHEN rebuilt.%3$s IS NOT NULL THEN row_to_json(rebuilt) END
              FROM public.%1$s AS live
              FULL JOIN %2$s.%1$s AS rebuilt ON %4$s
             WHERE live.%3$s IS NULL OR rebuilt.%3$s IS NULL OR live.* *<> rebuilt.*
             LIMIT ?
            """;

    private final JdbcClient jdbc;

    Comparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the report of the rebuild before; both sides must be at the same position. */
    void report(Run run) {
        jdbc.sql(FORGET).param("projection", run.name()).update();
        for (ReadTable table : run.projection().tables()) {
            List<String> key =
                    jdbc.sql(KEY)
                            .param(table.name())
                            .query((row, _) -> String.valueOf(row.getString(1)))
                            .list();
            long differing =
                    jdbc.sql(fill(COUNT, run, table, key))
                            .params(run.name(), table.name())
                            .query(Long.class)
                            .single();
            if (differing > 0) {
                jdbc.sql(fill(EXAMPLE, run, table, key))
                        .params(run.name(), table.name(), EXAMPLES)
                        .update();
            }
        }
    }

    private static String fill(String sql, Run run, ReadTable table, List<String> key) {
        return sql.formatted(
                table.name(),
                run.schema(),
                key.getFirst(),
                join(key, " AND ", column -> "live.%1$s = rebuilt.%1$s".formatted(column)),
                join(
                        key,
                        ", ",
                        column -> "'%1$s', coalesce(live.%1$s, rebuilt.%1$s)".formatted(column)));
    }

    private static String join(List<String> key, String by, Function<String, String> form) {
        return key.stream().map(form).collect(Collectors.joining(by));
    }
}
