package dev.mastro.query.timeline;

import dev.mastro.query.platform.ColumnType;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code timeline_name}. */
final class NameTable {

    private static final String LOAD =
            """
            SELECT id, name FROM timeline_name WHERE id = ANY (?::uuid[])
            """;

    private static final TableColumns<Map.Entry<UUID, String>> COLUMNS =
            TableColumns.<Map.Entry<UUID, String>>of("timeline_name")
                    .with("id", ColumnType.UUID, Map.Entry::getKey)
                    .changing("name", ColumnType.TEXT, Map.Entry::getValue);

    private final JdbcClient jdbc;
    private final TableWriter writer;

    NameTable(JdbcClient jdbc, TableWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    Map<UUID, String> load(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(LOAD)
                    .param(1, ids.stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }

    void keep(Map<UUID, String> learnt) {
        writer.upsert(COLUMNS, List.copyOf(learnt.entrySet()));
    }
}
