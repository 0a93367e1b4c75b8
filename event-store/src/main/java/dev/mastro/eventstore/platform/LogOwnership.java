package dev.mastro.eventstore.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells when nothing but triggers keeps the application from changing the log (ADR 28). */
final class LogOwnership implements StartupCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LogOwnership.class);

    private static final String MAY_CHANGE =
            """
            SELECT has_table_privilege('ledger_event', 'UPDATE, DELETE, TRUNCATE, TRIGGER')
            """;

    private final JdbcClient jdbc;

    LogOwnership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void check() {
        if (jdbc.sql(MAY_CHANGE).query(Boolean.class).single()) {
            LOG.warn(
                    "the application may change its own log: let it work as mastro_app,"
                            + " and only its migrations run as the owner of the database");
        }
    }
}
