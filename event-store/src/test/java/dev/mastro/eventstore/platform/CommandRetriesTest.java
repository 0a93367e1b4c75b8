package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRetriesTest {

    private static final CommandMessage<?> COMMAND = new GenericCommandMessage<>("command");

    private CommandPatience patience = new CommandPatience(Duration.ofHours(1));
    private CommandRetries retries = new CommandRetries(patience);
    private final AtomicBoolean dispatched = new AtomicBoolean();

    @AfterEach
    void close() {
        retries.close();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void only_a_lost_race_or_connection_is_tried_again(RuntimeException failure, boolean again) {
        assertThat(CommandRetries.isTransient(failure)).isEqualTo(again);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConcurrencyException("race"), true),
                Arguments.of(new IllegalStateException(new ConcurrencyException("race")), true),
                Arguments.of(
                        new CommandExecutionException(
                                "OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 3", null),
                        true),
                Arguments.of(new EventStoreException("x", new SQLException("x", "08006")), true),
                Arguments.of(new EventStoreException("x", new SQLException("x", "57P01")), true),
                Arguments.of(new EventStoreException("x", new SQLException("x", "23505")), false),
                Arguments.of(new EventStoreException("Timeout while executing request"), false),
                Arguments.of(new CommandDispatchException("connection lost"), false),
                Arguments.of(new AggregateStreamCreationException("there"), false),
                Arguments.of(new IllegalStateException("a rule was broken"), false));
    }

    @Test
    void the_fifth_failure_is_final() {
        assertThat(schedule(1)).isTrue();
        assertThat(schedule(4)).isTrue();
        assertThat(schedule(5)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 20", "2, 20, 40", "4, 80, 160", "9, 250, 500"})
    void the_pause_is_longer_after_each_failure_up_to_half_a_second(
            int failures, long shortest, long longest) {
        assertThat(
                        LongStream.generate(() -> CommandRetries.pauseMillis(failures))
                                .limit(100)
                                .boxed())
                .allSatisfy(pause -> assertThat(pause).isBetween(shortest, longest))
                .hasSize(100);
    }

    @Test
    void what_nobody_waits_for_is_final() {
        retries.close();
        patience = new CommandPatience(Duration.ZERO);
        retries = new CommandRetries(patience);
        assertThat(schedule(1)).as("of another process").isTrue();

        patience.begin(COMMAND);

        assertThat(schedule(1)).isFalse();
    }

    @Test
    void a_command_has_an_age_until_its_sender_is_told() {
        patience.begin(COMMAND);
        assertThat(schedule(4)).isTrue();
        assertThat(patience.age(COMMAND)).isPositive();

        assertThat(schedule(5)).isFalse();

        assertThat(patience.age(COMMAND)).isZero();
    }

    @Test
    void a_retry_is_dispatched_by_itself() {
        assertThat(schedule(1)).isTrue();

        await().untilTrue(dispatched);
    }

    @Test
    void closing_leaves_nobody_waiting() {
        assertThat(schedule(4)).isTrue();

        retries.close();

        await().untilTrue(dispatched);
        assertThat(schedule(1)).isFalse();
    }

    private boolean schedule(int failures) {
        List<Class<? extends Throwable>[]> history = Collections.nCopies(failures, null);
        return retries.scheduleRetry(
                COMMAND, new ConcurrencyException("race"), history, () -> dispatched.set(true));
    }
}
