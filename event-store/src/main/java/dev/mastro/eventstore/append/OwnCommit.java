package dev.mastro.eventstore.append;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a unit of work a commit of its own, for rows that must stay locked until its facts are
 * committed. It then shares no flush with others.
 */
public final class OwnCommit {

    private final TransactionManager transactions;

    /** Transactions of {@code transactions}. */
    public OwnCommit(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Begins the transaction of the current unit of work, if it has none yet. */
    public void begin() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            CurrentUnitOfWork.get().root().attachTransaction(transactions);
        }
    }
}
