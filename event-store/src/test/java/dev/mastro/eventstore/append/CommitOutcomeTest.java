package dev.mastro.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionSystemException;

class CommitOutcomeTest {

    private static final Duration PATIENCE = Duration.ofMillis(120);

    /** At once, after each of three pauses, and after one that the interrupt has ended before. */
    private static final int MOST_QUESTIONS = 5;

    private final RuntimeException lost = new TransactionSystemException("no answer");

    @Test
    void a_server_that_cannot_be_asked_leaves_the_outcome_unknown() {
        var nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/mastro");
        CommitOutcome outcome = new CommitOutcome(JdbcClient.create(nobody), PATIENCE);

        assertThatThrownBy(() -> outcome.requireCommitted("1", lost))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCause(lost);
    }

    @Test
    void an_interrupt_is_kept_for_later() {
        var nobody = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/mastro");
        CommitOutcome outcome = new CommitOutcome(JdbcClient.create(nobody), PATIENCE);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> outcome.requireCommitted("1", lost))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(lost.getSuppressed()).hasSizeLessThanOrEqualTo(MOST_QUESTIONS);
    }

    @Test
    void a_transaction_that_is_still_open_leaves_the_outcome_unknown() throws SQLException {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (Connection open = database.connect()) {
            open.setAutoCommit(false);
            String transaction =
                    JdbcClient.create(new SingleConnectionDataSource(open, true))
                            .sql("SELECT pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
            var others = database.dataSource();
            CommitOutcome outcome = new CommitOutcome(JdbcClient.create(others), PATIENCE);

            assertThatThrownBy(() -> outcome.requireCommitted(transaction, lost))
                    .isInstanceOf(OutcomeUnknownException.class);
            open.rollback();
        }
    }
}
