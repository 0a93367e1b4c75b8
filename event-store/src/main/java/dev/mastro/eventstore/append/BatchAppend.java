package dev.mastro.eventstore.append;

import dev.mastro.eventstore.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Writes units of work in one transaction with one flush. When that fails they are written in one
 * transaction again, each behind a savepoint of its own, so that only those fail that must.
 */
final class BatchAppend {

    private static final int LONGEST_WAIT_MILLIS = 30_000;

    private static final String TRANSACTION =
            """
            SELECT pg_current_xact_id()::text
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final StreamLocks locks;
    private final AppendFailures failures;
    private final CommitOutcome outcome;

    BatchAppend(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            AppendFailures failures,
            CommitOutcome outcome) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transactions = transactions;
        this.locks = new StreamLocks(jdbc);
        this.failures = failures;
        this.outcome = outcome;
    }

    /** What was written, and the number of the transaction in which it was. */
    private record Written(List<AppendUnit> units, String transaction) {}

    /**
     * Writes what can be written, and tells every unit how it ended.
     *
     * @param beforeCommit what is done when only the flush is left
     */
    void append(List<AppendUnit> units, Runnable beforeCommit) {
        try {
            commit(
                    units,
                    (current, _) -> {
                        Written written = write(current);
                        beforeCommit.run();
                        return written;
                    });
        } catch (OutcomeUnknownException e) {
            fail(units, e);
        } catch (RuntimeException e) {
            if (units.size() == 1
                    || SqlStates.isConnectionLost(e)
                    || SqlStates.isWithoutConnection(e)) {
                fail(units, e);
            } else {
                appendApart(units);
            }
        }
    }

    /** Writes one unit as a part of the transaction of those who call. */
    void appendInside(AppendUnit unit) {
        try {
            List<AppendUnit> one = current(List.of(unit));
            if (!one.isEmpty()) {
                write(one).units().forEach(AppendUnit::landed);
            }
        } catch (RuntimeException e) {
            unit.failed(failures.explain(e, unit));
        }
    }

    private void appendApart(List<AppendUnit> units) {
        List<AppendUnit> left = units.stream().filter(unit -> !unit.isOver()).toList();
        try {
            commit(left, this::apart);
        } catch (RuntimeException e) {
            fail(left, e);
        }
    }

    private void fail(List<AppendUnit> units, RuntimeException failure) {
        units.stream()
                .filter(unit -> !unit.isOver())
                .forEach(unit -> unit.failed(failures.explain(failure, unit)));
    }

    private void commit(
            List<AppendUnit> units,
            BiFunction<List<AppendUnit>, TransactionStatus, Written> writing) {
        TransactionStatus transaction =
                transactions.getTransaction(new DefaultTransactionDefinition());
        Written written;
        try {
            template.execute(BatchAppend::limitWaiting);
            written = writing.apply(current(units), transaction);
        } catch (RuntimeException e) {
            rollBack(transaction, e);
            throw e;
        }
        commit(transaction, written.transaction());
        written.units().forEach(AppendUnit::landed);
    }

    /** By the socket: a timer for each statement costs more than the statement. */
    private static @Nullable Void limitWaiting(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONGEST_WAIT_MILLIS);
        return null;
    }

    private void commit(TransactionStatus transaction, String number) {
        try {
            transactions.commit(transaction);
        } catch (RuntimeException e) {
            outcome.requireCommitted(number, e);
        }
    }

    private void rollBack(TransactionStatus transaction, RuntimeException reason) {
        try {
            transactions.rollback(transaction);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private String number() {
        return jdbc.sql(TRANSACTION).query(String.class).single();
    }

    /** Those that do not rest on an old state; the others are told so. */
    private List<AppendUnit> current(List<AppendUnit> units) {
        List<StreamsSeen> seen =
                units.stream().flatMap(unit -> Stream.ofNullable(unit.seen())).toList();
        Set<String> grown = locks.grown(seen);
        return units.stream().filter(unit -> !rejected(unit, grown)).toList();
    }

    private static boolean rejected(AppendUnit unit, Set<String> grown) {
        StreamsSeen seen = unit.seen();
        if (seen == null || !grown.contains(seen.account())) {
            return false;
        }
        unit.failed(
                new ConcurrencyException("another process has added to account " + seen.account()));
        return true;
    }

    private Written apart(List<AppendUnit> units, TransactionStatus transaction) {
        List<AppendUnit> written = new ArrayList<>();
        String number = "";
        for (AppendUnit unit : units) {
            Object savepoint = transaction.createSavepoint();
            try {
                number = write(List.of(unit)).transaction();
                transaction.releaseSavepoint(savepoint);
                written.add(unit);
            } catch (RuntimeException e) {
                if (SqlStates.isConnectionLost(e)) {
                    throw e;
                }
                transaction.rollbackToSavepoint(savepoint);
                unit.failed(failures.explain(e, unit));
            }
        }
        return new Written(written, number);
    }

    private Written write(List<AppendUnit> units) {
        List<EventRow> events = units.stream().flatMap(unit -> unit.events().stream()).toList();
        String transaction =
                events.isEmpty() ? number() : AppendStatement.execute(template, events);
        SideWrites side = new SideWrites();
        units.forEach(unit -> side.addAll(unit.side()));
        side.write();
        return new Written(units, transaction);
    }
}
