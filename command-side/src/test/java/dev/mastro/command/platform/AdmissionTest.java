package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.platform.CommandPatience;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(60)
class AdmissionTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AccountId ANOTHER = new AccountId(new UUID(0, 2));
    private static final AccountId THIRD = new AccountId(new UUID(0, 3));
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;

    private final AtomicLong nanos = new AtomicLong();
    private CommandPatience patience = new CommandPatience(NONE, nanos::get);

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void an_account_is_taken_until_the_end_of_the_unit_of_work() {
        Admission admission = admission(2);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);

        assertThat(isAdmitted(admission, ACCOUNT)).isFalse();
        assertThat(isAdmitted(admission, ANOTHER)).isTrue();

        work.commit();
        assertThat(isAdmitted(admission, ACCOUNT)).isTrue();
    }

    @Test
    void no_more_read_at_once_than_there_are_connections_and_who_writes_reads_no_more() {
        Admission admission = admission(1);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);
        assertThat(isAdmitted(admission, ANOTHER)).isFalse();
        work.onCommit(_ -> assertThat(isAdmitted(admission, ANOTHER)).isTrue());

        work.commit();

        UnitOfWork<CommandMessage<?>> later = admitted(admission, ANOTHER);
        assertThat(isAdmitted(admission, THIRD)).as("one place, left once").isFalse();
        later.rollback();
    }

    @Test
    void who_has_a_transaction_keeps_the_place_until_its_end() {
        Admission admission = admission(1);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        work.onCommit(_ -> assertThat(isAdmitted(admission, ANOTHER)).isFalse());

        work.commit();

        assertThat(isAdmitted(admission, ANOTHER)).isTrue();
    }

    @Test
    void who_fails_or_finds_no_place_leaves_what_was_taken() {
        Admission admission = admission(1);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);
        assertThat(isAdmitted(admission, ANOTHER)).isFalse();

        work.rollback();

        assertThat(isAdmitted(admission, ANOTHER)).isTrue();
        assertThat(isAdmitted(admission, ACCOUNT)).isTrue();
    }

    @Test
    void who_has_waited_before_waits_no_longer() {
        patience = new CommandPatience(LONG, nanos::get);
        Admission admission = admission(2);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);
        CommandMessage<?> old = new GenericCommandMessage<>("old");
        patience.begin(old);
        nanos.addAndGet(LONG.plusNanos(1).toNanos());

        assertThat(elsewhere(() -> refusal(admission, ACCOUNT, old))).contains("account");
        assertThat(elsewhere(() -> refusal(admission, ANOTHER, old))).as("no wait").isEmpty();

        work.rollback();
    }

    @Test
    void the_oldest_command_is_next_at_its_account() throws InterruptedException {
        assertTheOldestIsNext(3, ACCOUNT, ACCOUNT, ACCOUNT);
    }

    @Test
    void the_oldest_command_gets_the_next_place() throws InterruptedException {
        assertTheOldestIsNext(1, ACCOUNT, ANOTHER, THIRD);
    }

    private void assertTheOldestIsNext(
            int connections, AccountId first, AccountId youngs, AccountId olds)
            throws InterruptedException {
        patience = new CommandPatience(LONG.multipliedBy(2), nanos::get);
        Admission admission = admission(connections);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, first);
        CommandMessage<?> old = new GenericCommandMessage<>("old");
        patience.begin(old);
        nanos.addAndGet(LONG.toNanos());
        List<Object> order = new CopyOnWriteArrayList<>();
        Thread younger = begin(admission, youngs, new GenericCommandMessage<>("young"), order);
        Thread older = begin(admission, olds, old, order);

        work.commit();
        younger.join();
        older.join();

        assertThat(order).containsExactly("old", "young");
    }

    private static Thread begin(
            Admission admission, AccountId account, CommandMessage<?> command, List<Object> order) {
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            UnitOfWork<CommandMessage<?>> work =
                                    DefaultUnitOfWork.startAndGet(command);
                            admission.admit(account, work);
                            order.add(command.getPayload());
                            work.commit();
                        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    @Test
    void who_is_interrupted_is_told_so_and_stays_interrupted() {
        patience = new CommandPatience(LONG, nanos::get);
        Admission admission = admission(1);
        UnitOfWork<CommandMessage<?>> work = admitted(admission, ACCOUNT);

        assertThat(
                        elsewhere(() -> {
                            Thread.currentThread().interrupt();
                            String told =
                                    refusal(admission, ANOTHER, new GenericCommandMessage<>("x"));
                            return Thread.interrupted() ? told : "not interrupted any more";
                        }))
                .startsWith("interrupted");

        work.rollback();
        assertThat(isAdmitted(admission, ANOTHER)).isTrue();
    }

    private Admission admission(int connections) {
        return new Admission(patience, connections);
    }

    private static UnitOfWork<CommandMessage<?>> admitted(Admission admission, AccountId account) {
        UnitOfWork<CommandMessage<?>> work =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command"));
        admission.admit(account, work);
        return work;
    }

    /** Another command, of another thread, that ends at once. */
    private static boolean isAdmitted(Admission admission, AccountId account) {
        return elsewhere(() -> refusal(admission, account, new GenericCommandMessage<>("other")))
                .isEmpty();
    }

    private static String refusal(
            Admission admission, AccountId account, CommandMessage<?> command) {
        UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(command);
        try {
            admission.admit(account, work);
            return "";
        } catch (TooBusyException e) {
            return String.valueOf(e.getMessage());
        } finally {
            work.rollback();
        }
    }

    private static <T> T elsewhere(Supplier<T> step) {
        return CompletableFuture.supplyAsync(step).join();
    }
}
