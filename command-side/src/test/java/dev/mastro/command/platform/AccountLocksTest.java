package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.platform.CommandAges;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class AccountLocksTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final CommandMessage<?> COMMAND = new GenericCommandMessage<>("command");

    private final CommandAges ages = new CommandAges();

    @Test
    void an_account_is_taken_until_the_end_of_the_unit_of_work() {
        AccountLocks locks = locks(Duration.ofHours(1));
        ages.begin(COMMAND);
        UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(COMMAND);

        locks.take(ACCOUNT, work);

        assertThat(isFreeForOthers(locks)).isFalse();
        work.commit();
        assertThat(isFreeForOthers(locks)).isTrue();
    }

    @Test
    void who_gets_the_account_after_all_patience_is_told_to_come_again_and_leaves_it() {
        AccountLocks locks = locks(Duration.ZERO);
        ages.begin(COMMAND);
        UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(COMMAND);

        assertThatThrownBy(() -> locks.take(ACCOUNT, work))
                .isInstanceOf(LockAcquisitionFailedException.class)
                .hasMessageContaining("free after");

        work.rollback();
        assertThat(isFreeForOthers(locks)).isTrue();
    }

    private AccountLocks locks(Duration patience) {
        return new AccountLocks(
                PessimisticLockFactory.builder().acquireAttempts(2).lockAttemptTimeout(1).build(),
                ages,
                patience);
    }

    /** Another command, of another thread, that has no age yet. */
    private static boolean isFreeForOthers(AccountLocks locks) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            UnitOfWork<CommandMessage<?>> work =
                                    DefaultUnitOfWork.startAndGet(
                                            new GenericCommandMessage<>("other"));
                            try {
                                locks.take(ACCOUNT, work);
                                return true;
                            } catch (LockAcquisitionFailedException e) {
                                return false;
                            } finally {
                                work.rollback();
                            }
                        })
                .join();
    }
}
