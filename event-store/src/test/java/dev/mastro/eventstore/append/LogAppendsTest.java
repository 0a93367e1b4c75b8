package dev.mastro.eventstore.append;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.StoreFixture.events;
import static dev.mastro.eventstore.append.BusyWriters.await;
import static dev.mastro.eventstore.append.BusyWriters.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class LogAppendsTest {

    private static final String NOTE_STATEMENTS =
            """
            CREATE TABLE append_statement (events bigint);
            CREATE FUNCTION note_append() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$
            BEGIN
                INSERT INTO append_statement SELECT count(*) FROM appended;
                RETURN NULL;
            END
            $$;
            CREATE TRIGGER note_append AFTER INSERT ON ledger_event
                REFERENCING NEW TABLE AS appended
                FOR EACH STATEMENT EXECUTE FUNCTION note_append()
            """;

    private static StoreFixture store;

    private final String run = UUID.randomUUID().toString();
    private final SideTable<String> notes = LogAppendsTest::note;

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
        jdbc().sql("CREATE TABLE note (text text PRIMARY KEY)").update();
        store.ownerJdbc().sql(NOTE_STATEMENTS).update();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void units_that_come_while_the_writers_are_busy_share_one_transaction_and_statement() {
        store.ownerJdbc().sql("TRUNCATE append_statement").update();
        List<CompletableFuture<Void>> units =
                busy().behind(
                                IntStream.range(0, 20)
                                        .mapToObj(i -> unit(events(stream(i), 2)))
                                        .toList());

        units.forEach(CompletableFuture::join);

        assertThat(transactions()).hasSize(1);
        assertThat(
                        store.ownerJdbc()
                                .sql("SELECT events FROM append_statement")
                                .query(Long.class)
                                .list())
                .containsExactly(40L);
    }

    @ParameterizedTest
    @CsvSource({"256, 1, 1", "257, 1, 2", "2, 2000, 1", "3, 2000, 2"})
    void a_transaction_takes_so_many_units_and_about_so_many_events(
            int units, int eventsOfEach, int transactions) {
        List<CompletableFuture<Void>> running =
                busy().behind(
                                IntStream.range(0, units)
                                        .mapToObj(i -> unit(events(stream(i), eventsOfEach)))
                                        .toList());

        running.forEach(CompletableFuture::join);

        assertThat(transactions()).hasSize(transactions);
        assertThat(lengths(units)).containsOnly((long) eventsOfEach);
    }

    @Test
    void an_append_waits_for_no_append_that_is_still_open() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread open = busy().occupyOne(end, () -> publish(events(stream(0), 1)));

        try {
            unit(events(stream(1), 1)).run();
            assertThat(lengths(2)).containsExactly(0L, 1L);
        } finally {
            end.countDown();
        }
        open.join();

        assertThat(lengths(2)).containsExactly(1L, 1L);
    }

    @Test
    void who_comes_while_nobody_writes_is_the_writer() {
        AtomicReference<Thread> writer = new AtomicReference<>();
        SideTable<String> seen = _ -> writer.set(Thread.currentThread());

        work(() -> appends().add(seen, "")).run();

        assertThat(writer).hasValue(Thread.currentThread());
    }

    @Test
    void who_comes_while_somebody_writes_leaves_it_to_the_writers() {
        AtomicReference<Thread> writer = new AtomicReference<>();
        SideTable<String> seen = _ -> writer.set(Thread.currentThread());
        CountDownLatch end = new CountDownLatch(1);
        var _ = busy().occupyOne(end, () -> {});

        work(() -> appends().add(seen, "")).run();
        end.countDown();

        assertThat(writer.get().getName()).startsWith("log-writer-");
    }

    @Test
    void the_interrupt_of_a_sender_reaches_no_connection() {
        Thread.currentThread().interrupt();

        unit(events(stream(0), 1)).run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lengths(1)).containsExactly(1L);
    }

    @Test
    void the_unit_that_conflicts_is_refused_and_the_others_of_its_batch_land() {
        store.publish(events(stream(1), 1));
        DomainEventMessage<?> known = event(stream(9), 0);
        store.publish(List.of(known));

        List<CompletableFuture<Void>> units =
                busy().behind(
                                List.of(
                                        unit(events(stream(0), 3)),
                                        unit(events(stream(1), 1)),
                                        unit(events(stream(2), 1)),
                                        unit(List.of(event(stream(9), 0), event(stream(9), 1))),
                                        unit(List.of(sameIdentifier(known, stream(3)))),
                                        unit(events(stream(4), 1))));

        assertThat(ends(units))
                .containsExactly(
                        "landed",
                        "AggregateStreamCreationException",
                        "landed",
                        "AggregateStreamCreationException",
                        "EventStoreException",
                        "landed");
        assertThat(lengths(5)).containsExactly(3L, 1L, 1L, 0L, 1L);
    }

    @Test
    void a_unit_that_goes_on_with_a_stream_that_grew_may_be_tried_again() {
        store.publish(events(stream(1), 2));

        List<CompletableFuture<Void>> units =
                busy().behind(
                                List.of(
                                        unit(events(stream(0), 1)),
                                        unit(List.of(event(stream(1), 1)))));

        assertThat(ends(units)).containsExactly("landed", "ConcurrencyException");
    }

    @Test
    void rows_share_the_fate_of_the_facts_of_their_unit() {
        store.publish(events(stream(1), 1));

        List<CompletableFuture<Void>> units =
                busy().behind(
                                List.of(
                                        unit(events(stream(0), 1), run + " kept"),
                                        unit(events(stream(1), 1), run + " lost")));

        assertThat(ends(units)).containsExactly("landed", "AggregateStreamCreationException");
        assertThat(noted()).containsExactly(run + " kept");
    }

    @Test
    void a_row_that_somebody_else_wrote_refuses_its_unit_alone() {
        note(List.of(run + " taken"));

        List<CompletableFuture<Void>> units =
                busy().behind(
                                List.of(
                                        unit(events(stream(0), 1), run + " taken"),
                                        unit(events(stream(1), 1), run + " free")));

        assertThat(ends(units)).containsExactly("ConcurrencyException", "landed");
        assertThat(lengths(2)).containsExactly(0L, 1L);
    }

    @Test
    void rows_without_facts_are_written_with_the_commit_and_not_after_a_rollback() {
        unit(List.of(), run + " alone").run();
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(event(stream(0), 0));
        appends().add(notes, run + " rolled back");
        work.rollback();

        assertThat(noted()).containsExactly(run + " alone");
    }

    @Test
    void a_unit_that_rests_on_an_old_state_is_refused_when_it_is_written() {
        store.publish(events(stream(0), 1));
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch grown = new CountDownLatch(1);
        Runnable decision =
                work(() -> {
                    assertThat(appends().areAt(stream(0), Map.of(stream(0), 0L))).isTrue();
                    read.countDown();
                    await(grown);
                    publish(events(stream(1), 1));
                });
        CompletableFuture<Void> unit = CompletableFuture.runAsync(decision);
        await(read);
        store.publish(List.of(event(stream(0), 1)));
        grown.countDown();

        assertThat(ends(List.of(unit))).containsExactly("ConcurrencyException");
        assertThat(lengths(2)).containsExactly(2L, 0L);
    }

    @Test
    void an_old_state_is_noticed_when_it_is_read() {
        store.publish(events(stream(0), 3));

        work(() -> assertThat(appends().areAt(stream(0), Map.of(stream(0), 1L))).isFalse()).run();
    }

    @Test
    void a_commit_whose_answer_is_lost_counts_when_the_server_did_it() {
        try (LogAppends appends = losing(LostAnswers.Moment.AFTER_THE_COMMIT)) {
            work(() -> appends.add(notes, run + " done")).run();
        }

        assertThat(noted()).containsExactly(run + " done");
    }

    @Test
    void a_commit_that_never_reached_the_server_may_be_tried_again() {
        try (LogAppends appends = losing(LostAnswers.Moment.BEFORE_THE_COMMIT)) {
            assertThatThrownBy(() -> work(() -> appends.add(notes, run + " gone")).run())
                    .isInstanceOf(EventStoreException.class)
                    .hasMessage("the commit was not done");
        }

        assertThat(noted()).isEmpty();
    }

    @Test
    void a_writer_that_is_closed_refuses_and_has_written_what_it_took() {
        LogAppends appends =
                new LogAppends(
                        store.bean(DataSource.class),
                        store.bean(PlatformTransactionManager.class),
                        new LedgerConflicts());
        work(() -> appends.add(notes, run + " before")).run();
        appends.close();

        assertThatThrownBy(() -> work(() -> appends.add(notes, run + " after")).run())
                .isInstanceOf(EventStoreException.class)
                .hasMessage("the log is closed");
        assertThat(noted()).containsExactly(run + " before");
    }

    private Runnable unit(List<? extends DomainEventMessage<?>> facts, String... rows) {
        return work(() -> {
            if (!facts.isEmpty()) {
                publish(facts);
            }
            List.of(rows).forEach(row -> appends().add(notes, row));
        });
    }

    private static void publish(List<? extends DomainEventMessage<?>> facts) {
        store.bean(EventStore.class).publish(facts);
    }

    private static DomainEventMessage<?> sameIdentifier(DomainEventMessage<?> one, String stream) {
        return new GenericDomainEventMessage<>("Account", stream, 0, one, () -> one.getTimestamp());
    }

    private static List<String> ends(List<CompletableFuture<Void>> units) {
        return units.stream().map(LogAppendsTest::end).toList();
    }

    private static String end(CompletableFuture<Void> unit) {
        try {
            unit.join();
            return "landed";
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
        }
    }

    private static LogAppends losing(LostAnswers.Moment moment) {
        return new LogAppends(
                store.bean(DataSource.class),
                new LostAnswers(store.bean(PlatformTransactionManager.class), moment),
                new LedgerConflicts());
    }

    private static void note(List<String> rows) {
        int written =
                jdbc().sql("INSERT INTO note SELECT unnest(?::text[]) ON CONFLICT DO NOTHING")
                        .param(1, rows.toArray(String[]::new))
                        .update();
        if (written != rows.size()) {
            throw new ConcurrencyException("taken");
        }
    }

    private List<String> noted() {
        return jdbc().sql("SELECT text FROM note WHERE text LIKE ? ORDER BY text")
                .param(run + "%")
                .query((row, _) -> String.valueOf(row.getString("text")))
                .list();
    }

    private List<String> transactions() {
        return jdbc().sql("SELECT DISTINCT xmin::text FROM ledger_event WHERE aggregate_id LIKE ?")
                .param(run + "%")
                .query((row, _) -> String.valueOf(row.getString("xmin")))
                .list();
    }

    private List<Long> lengths(int streams) {
        return IntStream.range(0, streams)
                .mapToObj(i ->
                        jdbc().sql("SELECT count(*) FROM ledger_event WHERE aggregate_id = ?")
                                .param(stream(i))
                                .query(Long.class)
                                .single())
                .toList();
    }

    private String stream(int number) {
        return run + "-" + number;
    }

    private static BusyWriters busy() {
        return new BusyWriters(appends());
    }

    private static LogAppends appends() {
        return store.bean(LogAppends.class);
    }

    private static JdbcClient jdbc() {
        return store.jdbc();
    }
}
