package dev.mastro.command.platform;

import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.platform.CommandPatience;
import dev.mastro.shared.account.AccountId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets commands begin: one at a time for each account, and no more at once than there are
 * connections to read with, the oldest first. Who has to wait does so here, before the first
 * statement, rather than before each of them while others wait for what he holds.
 */
@Component
class Admission {

    private final CommandPatience patience;
    private final AccountQueues accounts = new AccountQueues();
    private final AgeQueue places;

    Admission(
            CommandPatience patience,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        this.patience = patience;
        this.places = new AgeQueue(connections, Integer.MAX_VALUE);
    }

    /**
     * Waits for the account, which is the command's until the end of the unit of work, and for a
     * place among those that read, which it keeps as long as it may hold a connection.
     *
     * @throws TooBusyException when the sender has waited for too long, with all earlier tries, or
     *     too many wait for the account
     */
    void admit(AccountId account, UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
        CommandMessage<?> command = unitOfWork.getMessage();
        try {
            if (!accounts.take(account, patience.age(command), patience.left(command))) {
                throw new TooBusyException("the account is busy");
            }
            unitOfWork.onCleanup(_ -> accounts.release(account));
            if (!places.take(patience.age(command), patience.left(command))) {
                throw new TooBusyException("too many commands are under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException("interrupted while it waited for others");
        }
        Place place = new Place();
        unitOfWork.onPrepareCommit(_ -> place.leaveUnlessInTransaction());
        unitOfWork.onCleanup(_ -> place.leave());
    }

    /** Left once, however often it is said. */
    private final class Place {

        private boolean taken = true;

        /** The transaction has a connection until its end. */
        private void leaveUnlessInTransaction() {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                leave();
            }
        }

        private void leave() {
            if (taken) {
                taken = false;
                places.release();
            }
        }
    }
}
