package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.EarlierStates;
import dev.mastro.eventstore.StoreFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerStorageEngineTest {

    private static StoreFixture store;

    private final String one = "one-" + UUID.randomUUID();
    private final String two = "two-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        store = StoreFixture.start();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void events_come_back_as_they_were_written() {
        DomainEventMessage<?> written = event(one, 0).andMetaData(Map.of("actor", "me"));

        store.publish(List.of(written));

        DomainEventMessage<?> read = engine().readEvents(one).next();
        assertThat(read.getPayload()).isEqualTo(written.getPayload());
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(written.getTimestamp());
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getType()).isEqualTo("Account");
    }

    @Test
    void no_java_package_name_is_stored() {
        store.publish(List.of(event(one, 0)));

        List<String> rows =
                store.jdbc()
                        .sql(
                                """
                                SELECT concat_ws(' ', payload_type, convert_from(payload, 'UTF8'),
                                                 convert_from(metadata, 'UTF8'))
                                  FROM ledger_event
                                """)
                        .query((row, number) -> row.getString(1))
                        .list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("dev.mastro"));
    }

    @Test
    void events_of_several_aggregates_are_appended_all_or_none() {
        store.publish(events(two, 2));
        List<DomainEventMessage<?>> batch =
                Stream.concat(events(one, 3).stream(), Stream.of(event(two, 1)))
                        .<DomainEventMessage<?>>map(e -> e)
                        .toList();

        assertThatThrownBy(() -> store.publish(batch)).isInstanceOf(ConcurrencyException.class);

        assertThat(engine().readEvents(one).hasNext()).isFalse();
        assertThat(engine().lastSequenceNumberFor(two)).contains(1L);
    }

    @Test
    void one_unit_of_work_appends_the_events_of_several_aggregates_in_order() {
        List<DomainEventMessage<?>> batch =
                Stream.concat(events(one, 300).stream(), events(two, 300).stream())
                        .<DomainEventMessage<?>>map(e -> e)
                        .toList();

        store.publish(batch);

        List<String> stored =
                store.jdbc()
                        .sql(
                                """
                                SELECT event_id::text FROM ledger_event
                                 WHERE aggregate_id IN (?, ?) ORDER BY global_index
                                """)
                        .params(one, two)
                        .query((row, number) -> row.getString(1))
                        .list();
        assertThat(stored)
                .containsExactlyElementsOf(
                        batch.stream().map(EventMessage::getIdentifier).toList());
    }

    @Test
    void a_stream_longer_than_a_page_is_read_whole() {
        store.publish(events(one, 2_345));

        assertThat(engine().readEvents(one).asStream()).hasSize(2_345);
    }

    @Test
    void what_was_kept_of_an_aggregate_stands_for_the_beginning_of_its_stream_once() {
        store.publish(events(one, 5));
        store.bean(EarlierStates.class).keep("Account", one, 2, "as it was");

        List<?> events = store.bean(EventStore.class).readEvents(one, 0).asStream().toList();
        List<?> first = store.bean(EventStore.class).readEvents(one).asStream().toList();
        List<?> second = store.bean(EventStore.class).readEvents(one).asStream().toList();

        assertThat(sequenceNumbers(events)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sequenceNumbers(first)).containsExactly(2L, 3L, 4L);
        assertThat(first)
                .first()
                .extracting(it -> ((DomainEventMessage<?>) it).getPayload())
                .isEqualTo("as it was");
        assertThat(sequenceNumbers(second)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void who_appends_second_gets_a_conflict_and_the_connection_stays_usable() {
        store.publish(events(one, 2));

        assertThatThrownBy(() -> store.publish(List.of(event(one, 1))))
                .isInstanceOf(ConcurrencyException.class);

        store.publish(List.of(event(one, 2)));
        assertThat(engine().lastSequenceNumberFor(one)).contains(2L);
    }

    @Test
    void opening_a_stream_twice_is_told_apart_from_a_race() {
        store.publish(events(one, 1));

        assertThatThrownBy(() -> store.publish(events(one, 1)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void an_event_identifier_used_twice_is_no_race() {
        DomainEventMessage<?> first = event(one, 0);
        store.publish(List.of(first));
        DomainEventMessage<?> sameIdentifier =
                new GenericDomainEventMessage<>(
                        "Account", two, 0, first, () -> first.getTimestamp());

        assertThatThrownBy(() -> store.publish(List.of(sameIdentifier)))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void a_rolled_back_unit_of_work_leaves_nothing() {
        long before = store.count();

        assertThatThrownBy(() ->
                        store.publish(
                                Stream.concat(events(one, 2).stream(), Stream.of(event(one, 1)))
                                        .toList()))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(store.count()).isEqualTo(before);
    }

    @Test
    void only_facts_of_aggregates_are_accepted() {
        EventMessage<?> loose = GenericEventMessage.asEventMessage(event(one, 0).getPayload());

        assertThatThrownBy(() -> engine().appendEvents(loose))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("only aggregates record facts: AccountClosed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_event SET payload_type = 'x'",
                "DELETE FROM ledger_event",
                "TRUNCATE ledger_event",
                "SET session_replication_role = replica; DELETE FROM ledger_event"
            })
    void the_log_only_grows(String change) {
        store.publish(List.of(event(one, 0)));

        assertThatThrownBy(() -> store.ownerJdbc().sql(change).update())
                .rootCause()
                .hasMessageContaining(refusal(change));
        assertThat(engine().readEvents(one).hasNext()).isTrue();
    }

    private static String refusal(String change) {
        String verb =
                Stream.of("UPDATE", "DELETE", "TRUNCATE")
                        .filter(change::contains)
                        .findFirst()
                        .orElseThrow();
        return "ledger_event only grows: %s refused".formatted(verb);
    }

    private static LedgerStorageEngine engine() {
        return store.bean(LedgerStorageEngine.class);
    }

    private static List<Long> sequenceNumbers(List<?> events) {
        return events.stream().map(it -> ((DomainEventMessage<?>) it).getSequenceNumber()).toList();
    }
}
