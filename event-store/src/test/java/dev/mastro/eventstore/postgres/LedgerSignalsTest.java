package dev.mastro.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class LedgerSignalsTest {

    private static final int NEWS = 1_000;
    private static final int QUIET_MILLIS = 500;

    private final Database database = EmbeddedPostgres.shared().freshDatabase();
    private final AtomicInteger toldItself = new AtomicInteger();
    private final AtomicInteger appends = new AtomicInteger();
    private final AtomicInteger positions = new AtomicInteger();
    private final LedgerSignals one =
            signals("one", toldItself::incrementAndGet, toldItself::incrementAndGet);
    private final LedgerSignals other =
            signals("other", appends::incrementAndGet, positions::incrementAndGet);

    @BeforeEach
    void start() {
        one.start();
        other.start();
        await().until(() -> toldItself.get() == 2 && appends.get() == 1 && positions.get() == 1);
    }

    @AfterEach
    void stop() {
        other.stop();
        one.stop();
    }

    @Test
    void others_are_woken_and_each_by_its_own_news() {
        one.sealed();
        await().until(() -> positions.get() == 2);
        assertThat(appends).hasValue(1);

        one.appended();
        await().until(() -> appends.get() == 2);

        assertThat(positions).hasValue(2);
        assertThat(toldItself).as("of its own news it knows").hasValue(2);
    }

    @Test
    void much_news_at_once_is_told_together() throws SQLException {
        try (Connection listener = database.connect();
                Statement statement = listener.createStatement()) {
            statement.execute("LISTEN ledger_event");

            for (int i = 0; i < NEWS; i++) {
                one.appended();
            }

            assertThat(heard(listener.unwrap(PGConnection.class))).isBetween(1, NEWS / 4);
        }
    }

    /** Until nothing has come for a while. */
    private static int heard(PGConnection listener) throws SQLException {
        int heard = 0;
        PGNotification[] news = listener.getNotifications(30_000);
        while (news != null && news.length > 0) {
            heard += news.length;
            news = listener.getNotifications(QUIET_MILLIS);
        }
        return heard;
    }

    private LedgerSignals signals(String node, Runnable appended, Runnable sealed) {
        return new LedgerSignals(database.dataSource(), node, appended, sealed);
    }
}
