package dev.mastro.eventstore.append;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/** Real transactions over a line that breaks around each commit. */
record LostAnswers(PlatformTransactionManager real, Moment moment)
        implements PlatformTransactionManager {

    enum Moment {
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        if (moment == Moment.AFTER_THE_COMMIT) {
            real.commit(status);
        } else {
            real.rollback(status);
        }
        throw new TransactionSystemException(
                "no answer", new SQLException("an I/O error occurred", "08006"));
    }

    @Override
    public void rollback(TransactionStatus status) {
        real.rollback(status);
    }
}
