package dev.mastro.query.platform;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One moment of all read models, for several statements or a long one. The tables are locked before
 * the moment is fixed: a rebuild that came between would show tables that were not full then.
 */
@Component
public class ReadMoment {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String lock;

    /** The tables of these projections, behind {@code jdbc}. */
    public ReadMoment(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Projection> projections) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.lock =
                projections.stream()
                        .flatMap(projection -> projection.tables().stream())
                        .map(ReadTable::name)
                        .collect(Collectors.joining(", ", "LOCK TABLE ", " IN ACCESS SHARE MODE"));
    }

    /** What {@code reading} finds, all of it at the same moment. */
    public <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    jdbc.sql(lock).update();
                    return reading.get();
                }));
    }
}
