package dev.mastro.query.platform;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which processes project: each says again and again that it is there, and what it projects. */
@Component
final class ProjectingProcesses {

    /** As long as the claims of a process that has died are respected. */
    private static final String STILL_THERE = "interval '5 seconds'";

    private static final String BEAT =
            """
            INSERT INTO projection_process (name, projections, seen_at)
            VALUES (?, ?::text[], clock_timestamp())
            ON CONFLICT (name)
            DO UPDATE SET projections = excluded.projections, seen_at = excluded.seen_at
            """;

    /** One that lacks a projection can take no segment of it. */
    private static final String OTHERS =
            """
            SELECT count(*) FROM projection_process
             WHERE name <> ? AND projections @> ?::text[]
               AND seen_at > clock_timestamp() - %s
            """
                    .formatted(STILL_THERE);

    private static final String BURY =
            """
            DELETE FROM projection_process
             WHERE name <> ? AND seen_at < clock_timestamp() - 100 * %s
            """
                    .formatted(STILL_THERE);

    private static final String LEAVE =
            """
            DELETE FROM projection_process WHERE name = ?
            """;

    private final JdbcClient jdbc;
    private final String name = UUID.randomUUID().toString();

    ProjectingProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that this process is there, and answers how many there are that can do its work. */
    int beat(List<String> projections) {
        String[] names = projections.toArray(String[]::new);
        jdbc.sql(BEAT).param(name).param(names).update();
        jdbc.sql(BURY).param(name).update();
        return 1 + jdbc.sql(OTHERS).param(name).param(names).query(Integer.class).single();
    }

    /** Says that it is there no longer. */
    void leave() {
        jdbc.sql(LEAVE).param(name).update();
    }
}
