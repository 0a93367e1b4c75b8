package dev.mastro.eventstore.platform;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that what the server acknowledges is on disk, and that torn pages would be noticed. */
final class DurableServer implements StartupCheck {

    static final String PROPERTY = "mastro.event-store.require-durable";

    private static final String SETTINGS =
            """
            SELECT name, setting FROM pg_settings
             WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
            """;

    private static final String STANDBY =
            """
            SELECT pg_is_in_recovery()
            """;

    private final JdbcClient jdbc;
    private final boolean required;

    DurableServer(JdbcClient jdbc, boolean required) {
        this.jdbc = jdbc;
        this.required = required;
    }

    @Override
    public void check() {
        StartupCheck.require(
                !jdbc.sql(STANDBY).query(Boolean.class).single(),
                "the database is a standby; the event store needs the primary server");
        if (required) {
            Map<String, String> weak = weakSettings();
            StartupCheck.require(
                    weak.isEmpty(),
                    "the database may lose what it acknowledged: %s; only tests may set %s=false"
                            .formatted(weak, PROPERTY));
        }
    }

    private Map<String, String> weakSettings() {
        Map<String, String> weak = new TreeMap<>();
        jdbc.sql(SETTINGS)
                .query(row -> {
                    if ("off".equals(row.getString("setting"))) {
                        weak.put(row.getString("name"), "off");
                    }
                });
        return weak;
    }
}
