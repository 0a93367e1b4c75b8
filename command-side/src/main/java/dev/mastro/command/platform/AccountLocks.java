package dev.mastro.command.platform;

import dev.mastro.eventstore.platform.CommandAges;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One command at a time for each account. It waits for the account before its first statement: who
 * waits with a connection in hand could keep the last one from whoever holds the account.
 */
@Component
class AccountLocks {

    private final LockFactory locks;
    private final CommandAges ages;
    private final Duration patience;

    AccountLocks(
            LockFactory aggregateLocks,
            CommandAges ages,
            @Value("${mastro.account-lock.patience}") Duration patience) {
        this.locks = aggregateLocks;
        this.ages = ages;
        this.patience = patience;
    }

    /**
     * Takes the account until the end of the unit of work.
     *
     * @throws LockAcquisitionFailedException when the command has waited for too long, now or with
     *     its earlier tries: it is told so before it begins to wait for a connection
     */
    void take(AccountId account, UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
        Lock lock = locks.obtainLock(account.toString());
        unitOfWork.onCleanup(_ -> lock.release());
        Duration waited = ages.of(unitOfWork.getMessage());
        if (waited.compareTo(patience) > 0) {
            throw new LockAcquisitionFailedException(
                    "the account was free after %d ms".formatted(waited.toMillis()));
        }
    }
}
