package dev.mastro.query.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the last rebuild of a read model found in its live tables. */
@Component
class Differences {

    private static final String TABLES =
            """
            SELECT table_name AS name, rebuilt, missing, surplus, changed
              FROM projection_comparison
             WHERE projection = ?
             ORDER BY table_name
            """;

    private static final String EXAMPLES =
            """
            SELECT key, live, rebuilt
              FROM projection_difference
             WHERE projection = ? AND table_name = ?
             ORDER BY place
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows there are now, and the rows that had not been there, or were otherwise. */
    record Table(
            String name,
            long rebuilt,
            long missing,
            long surplus,
            long changed,
            List<Row> examples) {}

    /** A row before and after; without one of them it was missing, or should not have been. */
    record Row(JsonNode key, @Nullable JsonNode live, @Nullable JsonNode rebuilt) {}

    List<Table> of(String projection) {
        return jdbc.sql(TABLES)
                .param(projection)
                .query((row, _) -> {
                    String name = String.valueOf(row.getString("name"));
                    return new Table(
                            name,
                            row.getLong("rebuilt"),
                            row.getLong("missing"),
                            row.getLong("surplus"),
                            row.getLong("changed"),
                            examples(projection, name));
                })
                .list();
    }

    private List<Row> examples(String projection, String table) {
        return jdbc.sql(EXAMPLES)
                .params(projection, table)
                .query((row, _) ->
                        new Row(
                                json.readTree(String.valueOf(row.getString("key"))),
                                tree(row.getString("live")),
                                tree(row.getString("rebuilt"))))
                .list();
    }

    private @Nullable JsonNode tree(@Nullable String row) {
        return row == null ? null : json.readTree(row);
    }
}
