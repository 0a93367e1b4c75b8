package dev.mastro.chaos.rows;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions whose answers are lists of values, none of which is missing. */
public final class Select {

    private Select() {}

    /** The rows that {@code sql} brings. */
    public static <T> List<T> list(
            JdbcClient database, Class<T> type, String sql, Object... parameters) {
        return database.sql(sql).params(List.of(parameters)).query(type).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
