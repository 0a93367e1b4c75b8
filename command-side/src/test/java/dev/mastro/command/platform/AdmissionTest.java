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

class AdmissionTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AccountId ANOTHER = new AccountId(new UUID(0, 2));
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final CommandAges ages = new CommandAges();

    @Test
    void an_account_is_taken_until_the_end_of_the_unit_of_work() {
        Admission admission = admission(SHORT, 2);
        UnitOfWork<CommandMessage<?>> work = begun();

        admission.admit(ACCOUNT, work);

        assertThat(admitsAnother(admission, ACCOUNT)).isFalse();
        assertThat(admitsAnother(admission, ANOTHER)).isTrue();
        work.commit();
        assertThat(admitsAnother(admission, ACCOUNT)).isTrue();
    }

    @Test
    void no_more_read_at_once_than_there_are_connections_and_who_writes_reads_no_more() {
        Admission admission = admission(SHORT, 1);
        UnitOfWork<CommandMessage<?>> work = begun();

        admission.admit(ACCOUNT, work);

        assertThat(admitsAnother(admission, ANOTHER)).isFalse();
        work.onCommit(_ -> assertThat(admitsAnother(admission, ANOTHER)).isTrue());
        work.commit();
        assertThat(admitsAnother(admission, ACCOUNT)).as("one place, left once").isTrue();
    }

    @Test
    void who_fails_leaves_account_and_place() {
        Admission admission = admission(SHORT, 1);
        UnitOfWork<CommandMessage<?>> work = begun();
        admission.admit(ACCOUNT, work);

        work.rollback();

        assertThat(admitsAnother(admission, ACCOUNT)).isTrue();
    }

    @Test
    void who_gets_the_account_after_all_patience_is_told_so_and_leaves_it() {
        Admission admission = admission(Duration.ZERO, 1);
        UnitOfWork<CommandMessage<?>> work = begun();
        ages.begin(work.getMessage());

        assertThatThrownBy(() -> admission.admit(ACCOUNT, work))
                .isInstanceOf(TooBusyException.class)
                .hasMessageContaining("too late");

        work.rollback();
        assertThat(admitsAnother(admission, ACCOUNT)).isTrue();
    }

    @Test
    void who_is_interrupted_waits_no_longer() {
        Admission admission = admission(LONG, 1);
        UnitOfWork<CommandMessage<?>> first = begun();
        admission.admit(ACCOUNT, first);

        boolean admitted =
                CompletableFuture.supplyAsync(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    boolean answer = isAdmitted(admission, ANOTHER);
                                    return Thread.interrupted() && answer;
                                })
                        .join();

        assertThat(admitted).isFalse();
        first.rollback();
    }

    private Admission admission(Duration patience, int connections) {
        return new Admission(
                PessimisticLockFactory.builder().acquireAttempts(2).lockAttemptTimeout(1).build(),
                ages,
                patience,
                connections);
    }

    private static UnitOfWork<CommandMessage<?>> begun() {
        return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
    }

    /** Of another thread; it ends at once. */
    private static boolean admitsAnother(Admission admission, AccountId account) {
        return CompletableFuture.supplyAsync(() -> isAdmitted(admission, account)).join();
    }

    private static boolean isAdmitted(Admission admission, AccountId account) {
        UnitOfWork<CommandMessage<?>> work = begun();
        try {
            admission.admit(account, work);
            return true;
        } catch (TooBusyException | LockAcquisitionFailedException e) {
            return false;
        } finally {
            work.rollback();
        }
    }
}
