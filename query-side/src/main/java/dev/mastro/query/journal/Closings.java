package dev.mastro.query.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which months were closed, when and by whom. */
@Component
class Closings {

    private static final String ALL =
            """
            SELECT month, open_from, closed_at, closed_by, position
              FROM closed_month
             ORDER BY month DESC
            """;

    private final JdbcClient jdbc;

    Closings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<ClosedMonth> all() {
        return jdbc.sql(ALL).query(Closings::month).list();
    }

    private static ClosedMonth month(ResultSet row, int number) throws SQLException {
        return new ClosedMonth(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("open_from", LocalDate.class),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"),
                row.getLong("position"));
    }
}
