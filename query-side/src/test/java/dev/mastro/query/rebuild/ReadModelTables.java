package dev.mastro.query.rebuild;

import static org.awaitility.Awaitility.await;

import dev.mastro.query.QuerySide;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The read models of a process: their rows, and how their rebuilds end. */
record ReadModelTables(QuerySide querySide) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Every row of every table, in any order. */
    Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        for (Projection projection : querySide.all(Projection.class)) {
            for (ReadTable table : projection.tables()) {
                rows.put(
                        table.name(),
                        querySide
                                .jdbc()
                                .sql(
                                        "SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text),"
                                                + " '') FROM %s t".formatted(table.name()))
                                .query(String.class)
                                .single());
            }
        }
        return rows;
    }

    JsonNode rebuild(String projection) {
        return querySide
                .get("/projections")
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(projection))
                .map(one -> one.path("rebuild"))
                .findFirst()
                .orElseThrow();
    }

    JsonNode rebuilt(String projection) {
        await().atMost(PATIENCE)
                .until(() ->
                        !"REQUESTED RUNNING".contains(rebuild(projection).get("state").asString()));
        return rebuild(projection);
    }

    void rebuiltAll() {
        for (Projection projection : querySide.all(Projection.class)) {
            JsonNode rebuilt = rebuilt(projection.name());
            if (!"FINISHED".equals(rebuilt.get("state").asString())) {
                throw new AssertionError(projection.name() + ": " + rebuilt);
            }
        }
    }
}
