package dev.mastro.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BatchAppendTest {

    /** As a pool does when all its connections are in use. */
    private static final class EmptyPool extends AbstractDataSource {

        private int asked;

        @Override
        public Connection getConnection() throws SQLTransientConnectionException {
            asked++;
            throw new SQLTransientConnectionException("no connection is free");
        }

        @Override
        public Connection getConnection(String user, String password)
                throws SQLTransientConnectionException {
            return getConnection();
        }
    }

    @Test
    void without_a_connection_all_units_are_told_so_and_nobody_waits_for_one_again() {
        EmptyPool pool = new EmptyPool();
        LazyConnectionDataSourceProxy asked = new LazyConnectionDataSourceProxy();
        asked.setTargetDataSource(pool);
        asked.setDefaultAutoCommit(true);
        asked.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        BatchAppend batches =
                new BatchAppend(
                        new JdbcTemplate(asked),
                        new JdbcTransactionManager(asked),
                        new AppendFailures(new LedgerConflicts()),
                        new CommitOutcome(JdbcClient.create(asked), Duration.ZERO));
        List<AppendUnit> units = List.of(unit(), unit());

        batches.append(units, () -> {});

        assertThat(pool.asked).isEqualTo(1);
        assertThat(units)
                .allSatisfy(unit ->
                        assertThatThrownBy(unit::await)
                                .isInstanceOf(EventStoreException.class)
                                .hasRootCauseInstanceOf(SQLTransientConnectionException.class));
    }

    private static AppendUnit unit() {
        return new AppendUnit(List.of(), new SideWrites(), null);
    }
}
