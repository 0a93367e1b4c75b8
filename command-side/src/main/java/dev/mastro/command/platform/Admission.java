package dev.mastro.command.platform;

import dev.mastro.eventstore.platform.CommandAges;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets commands begin: one at a time for each account, and no more at once than there are
 * connections to read with. Who waits does so here and not again before each statement, while
 * holding what others wait for.
 */
@Component
class Admission {

    private final LockFactory locks;
    private final CommandAges ages;
    private final Duration patience;
    private final Semaphore places;

    Admission(
            LockFactory aggregateLocks,
            CommandAges ages,
            @Value("${mastro.account-lock.patience}") Duration patience,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        this.locks = aggregateLocks;
        this.ages = ages;
        this.patience = patience;
        this.places = new Semaphore(connections);
    }

    /**
     * Waits for the account, which is the command's until the end of the unit of work, and for a
     * place among those that read, which it keeps until it writes.
     *
     * @throws TooBusyException when the sender has waited for too long, with all earlier tries
     */
    void admit(AccountId account, UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
        Lock lock = locks.obtainLock(account.toString());
        unitOfWork.onCleanup(_ -> lock.release());
        Duration left = patience.minus(ages.of(unitOfWork.getMessage()));
        Place place = place(left);
        unitOfWork.onPrepareCommit(_ -> place.leave());
        unitOfWork.onCleanup(_ -> place.leave());
    }

    private Place place(Duration patienceLeft) {
        if (patienceLeft.isNegative()) {
            throw new TooBusyException("the account was free too late");
        }
        try {
            if (!places.tryAcquire(patienceLeft.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TooBusyException("too many commands are under way");
            }
            return new Place();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException("interrupted while waiting for others");
        }
    }

    /** Left once, however often it is said. */
    private final class Place {

        private boolean taken = true;

        private void leave() {
            if (taken) {
                taken = false;
                places.release();
            }
        }
    }
}
