package dev.mastro.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.TransientDataAccessResourceException;

class AppendFailuresTest {

    private static final AppendUnit UNIT = new AppendUnit(List.of(), new SideWrites(), null);

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_says_what_it_means_to_the_command(
            SQLException cause, Class<? extends RuntimeException> meaning) {
        AppendFailures failures = new AppendFailures(new LedgerConflicts());

        RuntimeException explained =
                failures.explain(new TransientDataAccessResourceException("x", cause), UNIT);

        assertThat(explained).isExactlyInstanceOf(meaning).hasCause(cause);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SQLException("deadlock", "40P01"), ConcurrencyException.class),
                Arguments.of(new SQLException("no order", "40001"), ConcurrencyException.class),
                Arguments.of(new SQLException("disk full", "53100"), EventStoreException.class),
                Arguments.of(
                        new SQLTransientConnectionException("no connection is free"),
                        EventStoreException.class));
    }
}
