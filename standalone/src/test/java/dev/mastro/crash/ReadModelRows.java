package dev.mastro.crash;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I8: read models equal a rebuild of themselves, row by row. */
final class ReadModelRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(2);

    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_name IN
                   ('accounts', 'subscriptions', 'invoices', 'credits', 'journal_posting',
                    'revenue_line', 'timeline')
            """;

    private final JdbcClient database;
    private final URI baseUrl;

    ReadModelRows(JdbcClient database, URI baseUrl) {
        this.database = database;
        this.baseUrl = baseUrl;
    }

    /** A fingerprint of every row of each table, whatever order they lie in. */
    Map<String, String> read() {
        awaitCaughtUp();
        Map<String, String> rows = new TreeMap<>();
        for (String table : database.sql(TABLES).query(String.class).list()) {
            String sum =
                    "SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' ORDER BY"
                            + " t::text)), '') FROM "
                            + table
                            + " t";
            rows.put(table, database.sql(sum).query(String.class).single());
        }
        return rows;
    }

    void rebuildAll() {
        for (JsonNode projection : projections()) {
            String name = projection.path("name").asString();
            JSON.readTree(Http.post(baseUrl, "/projections/" + name + "/rebuild"));
        }
    }

    private void awaitCaughtUp() {
        await().atMost(CAUGHT_UP_WITHIN).until(this::isCaughtUp);
    }

    private boolean isCaughtUp() {
        for (JsonNode projection : projections()) {
            if (projection.path("lag").asLong(1) != 0) {
                return false;
            }
        }
        return true;
    }

    private JsonNode projections() {
        return JSON.readTree(Http.get(baseUrl, "/projections")).path("items");
    }
}
