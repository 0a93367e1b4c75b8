package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.SqlStates;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Tries a command again that lost a race or its connection before the commit. What a rule refused,
 * what may have been committed, and what only opened streams that exist already is final; and so is
 * what its sender waits for no longer.
 */
public final class CommandRetries implements RetryScheduler, AutoCloseable {

    private static final int TRIES = 5;
    private static final long SHORTEST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 500;

    /** Axon Server says "invalid sequence number" only in the text of an exception. */
    private static final String AXON_SERVER_CONFLICT = "AXONIQ-2000";

    private final CommandPatience patience;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("command-retries").factory());

    /** Begins no other try of a command whose sender has lost his patience. */
    public CommandRetries(CommandPatience patience) {
        this.patience = patience;
    }

    @Override
    @SuppressWarnings("rawtypes") // the overridden method of Axon has the raw type
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (failures.size() < TRIES
                && isTransient(lastFailure)
                && !patience.left(command).isNegative()
                && isScheduled(dispatch, failures.size())) {
            return true;
        }
        patience.end(command);
        return false;
    }

    private boolean isScheduled(Runnable dispatch, int failures) {
        try {
            long pause = pauseMillis(failures);
            ScheduledFuture<?> next =
                    timer.schedule(() -> inItsOwnThread(dispatch), pause, TimeUnit.MILLISECONDS);
            return !next.isCancelled();
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** What still waits is tried in its time, at most half a second, so that no sender hangs. */
    @Override
    public void close() {
        timer.close();
    }

    /** Whether the same command may succeed when it is tried again. */
    public static boolean isTransient(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .anyMatch(CommandRetries::saysTryAgain);
    }

    /** An append that may have been committed says {@code OutcomeUnknownException} instead. */
    private static boolean saysTryAgain(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof ConcurrencyException
                || (failure instanceof EventStoreException && SqlStates.isConnectionLost(failure))
                || (message != null && message.contains(AXON_SERVER_CONFLICT));
    }

    static long pauseMillis(int failures) {
        long longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << failures);
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }

    private static void inItsOwnThread(Runnable dispatch) {
        Thread.ofVirtual().name("command-retry").start(dispatch);
    }
}
