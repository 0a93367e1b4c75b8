package dev.mastro.eventstore.append;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out how a commit ended whose answer got lost: the server knows it by its number. */
final class CommitOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(CommitOutcome.class);

    private static final String STATUS =
            """
            SELECT pg_xact_status(?::xid8)
            """;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JdbcClient jdbc;
    private final Duration patience;

    CommitOutcome(JdbcClient jdbc, Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    /**
     * Returns when the transaction was committed after all.
     *
     * @throws EventStoreException when it was not, so that the command may be tried again
     * @throws OutcomeUnknownException when the server does not say so in time
     */
    void requireCommitted(String transaction, RuntimeException failure) {
        LOG.warn("the answer to a commit was lost, asking how it ended", failure);
        String status = status(transaction, failure);
        if (status.equals("aborted")) {
            throw new EventStoreException("the commit was not done", failure.getCause());
        }
        if (!status.equals("committed")) {
            throw new OutcomeUnknownException(failure);
        }
    }

    /** An interrupt waits until it is known: it would spoil each question and each pause. */
    private String status(String transaction, RuntimeException failure) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + patience.toNanos();
        String status = ask(transaction, failure);
        while (!isFinal(status) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            interrupted |= Thread.interrupted();
            status = ask(transaction, failure);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return status;
    }

    private static boolean isFinal(String status) {
        return status.equals("committed") || status.equals("aborted");
    }

    private String ask(String transaction, RuntimeException failure) {
        try {
            return jdbc.sql(STATUS).param(transaction).query(String.class).single();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return "unreachable";
        }
    }
}
