package dev.mastro.query.audit;

import dev.mastro.query.platform.ReadMoment;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database all invariants about the same moment. */
@Component
class Audit {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final ReadMoment moment;

    Audit(JdbcClient jdbc, ReadMoment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    AuditReport report() {
        return moment.read(
                () -> AuditReport.of(Arrays.stream(Invariant.values()).map(this::check).toList()));
    }

    private AuditReport.Check check(Invariant invariant) {
        if (!jdbc.sql(invariant.condition()).query(Boolean.class).single()) {
            return new AuditReport.Check(invariant.number(), invariant.title(), true, 0, List.of());
        }
        long checked = jdbc.sql(invariant.count()).query(Long.class).single();
        List<String> violations =
                jdbc.sql(invariant.violations())
                        .param(MOST)
                        .query((ResultSet row, int _) -> String.valueOf(row.getString(1)))
                        .list();
        return new AuditReport.Check(
                invariant.number(), invariant.title(), false, checked, violations);
    }
}
