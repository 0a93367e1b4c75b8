package dev.mastro.query.timeline;

import dev.mastro.query.platform.Rows;
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

    private static final String KEEP =
            """
            INSERT INTO timeline_name (id, name)
            SELECT * FROM unnest(?::uuid[], ?::text[])
                ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """;

    private final JdbcClient jdbc;

    NameTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KnownNames load(Set<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(LOAD)
                    .param(1, ids.stream().map(UUID::toString).toArray(String[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return new KnownNames(names);
    }

    void keep(Map<UUID, String> learnt) {
        if (learnt.isEmpty()) {
            return;
        }
        Rows<Map.Entry<UUID, String>> rows = new Rows<>(List.copyOf(learnt.entrySet()));
        jdbc.sql(KEEP)
                .param(1, rows.column(Map.Entry::getKey))
                .param(2, rows.column(Map.Entry::getValue))
                .update();
    }
}
