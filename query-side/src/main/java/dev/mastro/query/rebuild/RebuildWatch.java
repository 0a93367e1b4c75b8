package dev.mastro.query.rebuild;

import dev.mastro.eventstore.seal.BackgroundThread;
import dev.mastro.eventstore.seal.Nudge;
import dev.mastro.query.platform.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes the rebuilds that nobody works on: those that were asked for, and those whose process has
 * died. A lock that the database keeps for a connection tells which these are.
 */
@Component
class RebuildWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private static final String LOCK =
            """
            SELECT pg_try_advisory_lock(hashtextextended('mastro.rebuild.' || ?, 0))
            """;

    private static final String UNLOCK =
            """
            SELECT pg_advisory_unlock_all()
            """;

    private final Map<String, Projection> projections;
    private final RebuildTable rebuilds;
    private final Rebuild rebuild;
    private final DataSource dataSource;
    private final Nudge news = new Nudge();
    private final BackgroundThread thread = new BackgroundThread("rebuild-watch", LONGEST_STOP);

    RebuildWatch(
            List<Projection> projections,
            RebuildTable rebuilds,
            Rebuild rebuild,
            DataSource dataSource) {
        this.projections =
                projections.stream()
                        .collect(Collectors.toMap(Projection::name, Function.identity()));
        this.rebuilds = rebuilds;
        this.rebuild = rebuild;
        this.dataSource = dataSource;
    }

    /** Looks at once. */
    void requested() {
        news.give();
    }

    @Override
    public void start() {
        thread.start(this::watch);
    }

    /** What is under way is left to another process, or to the next start. */
    @Override
    public void stop() {
        boolean ended =
                thread.stop(() -> {
                    rebuild.stop();
                    thread.interrupt();
                });
        if (!ended) {
            LOG.warn("a rebuild did not stop in time");
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isWanted();
    }

    private void watch() {
        while (isRunning()) {
            try {
                take();
                news.await(LOOK_EVERY);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | SQLException e) {
                LOG.error("rebuilds were not looked for, which is tried again", e);
                news.await(LOOK_EVERY);
            }
        }
    }

    private void take() throws SQLException, InterruptedException {
        List<String> open = rebuilds.open().stream().filter(projections::containsKey).toList();
        if (open.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            JdbcClient locks = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try {
                List<Projection> mine = new ArrayList<>();
                for (String name : open) {
                    if (locks.sql(LOCK).param(name).query(Boolean.class).single()) {
                        mine.add(projections.get(name));
                    }
                }
                rebuild.rebuild(mine);
            } finally {
                locks.sql(UNLOCK).query(row -> {});
            }
        }
    }
}
