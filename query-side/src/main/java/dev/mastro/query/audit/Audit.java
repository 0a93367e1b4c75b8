package dev.mastro.query.audit;

import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database all invariants about the same moment. */
@Component
class Audit {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    Audit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    AuditReport report() {
        return Objects.requireNonNull(
                snapshot.execute(_ ->
                        AuditReport.of(
                                Arrays.stream(Invariant.values()).map(this::check).toList())));
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
