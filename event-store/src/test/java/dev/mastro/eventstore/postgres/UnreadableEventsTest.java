package dev.mastro.eventstore.postgres;

import static dev.mastro.eventstore.StoreFixture.event;
import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.UnreadableEvent;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AccountId OTHER = new AccountId(new UUID(0, 2));

    private static final String RECORD =
            """
            INSERT INTO ledger_event (aggregate_type, aggregate_id, sequence_number, event_id,
                                      recorded_at, recorded_at_text, payload_type, revision,
                                      payload, metadata)
            VALUES ('Account', ?, ?, gen_random_uuid(), '2025-12-01T12:00:00Z',
                    '2025-12-01T12:00:00Z', ?, ?, convert_to(?, 'UTF8'), convert_to('{}', 'UTF8'))
            """;

    private static StoreFixture store;

    private final String stream = "stream-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        store = StoreFixture.start(EmbeddedPostgres.shared().freshDatabase(), Map.of());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AccountVanished, 1, '{}', no event of the ledger is called AccountVanished",
        "AccountClosed, 2, '{}', 'revision 2, and 1 is the latest that is known here'",
        "AccountClosed, new, '{}', 'revision new, and 1 is the latest that is known here'",
        "AccountClosed, 1, '{\"acc', Error while deserializing",
        "AccountClosed, 1, '', Error while deserializing",
        "java.util.ArrayList, 1, '[]', no event of the ledger is called java.util.ArrayList"
    })
    void an_event_that_cannot_be_read_is_told_of_between_those_that_can(
            String type, String revision, String payload, String reason) {
        long before = head();
        store.publish(List.of(event(stream, 0)));
        record(stream, 1, type, revision, payload);
        store.publish(List.of(event(stream, 2)));

        List<Object> read = readAfter(before);

        assertThat(read).hasSize(3);
        assertThat(read.getFirst()).isInstanceOf(AccountClosed.class);
        assertThat(read.getLast()).isInstanceOf(AccountClosed.class);
        UnreadableEvent unreadable = (UnreadableEvent) read.get(1);
        assertThat(unreadable.type()).isEqualTo(type);
        assertThat(unreadable.account()).isEqualTo(ACCOUNT);
        assertThat(unreadable.reason()).contains(type + " cannot be read", reason);
    }

    @Test
    void it_is_told_of_among_many_as_well() {
        long before = head();
        store.publish(events(stream, 500));
        record(stream, 500, "AccountVanished", "1", "{}");

        List<Object> read = readAfter(before);

        assertThat(read).hasSize(501);
        assertThat(read.subList(0, 500)).allMatch(AccountClosed.class::isInstance);
        assertThat(read.getLast()).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void what_the_event_says_of_its_account_comes_first() {
        store.publish(List.of(event(stream, 0)));
        long before = head();
        record(stream, 1, "AccountVanished", "1", "{\"accountId\": \"%s\"}".formatted(OTHER));

        assertThat(readAfter(before))
                .singleElement()
                .extracting(read -> ((UnreadableEvent) read).account())
                .isEqualTo(OTHER);
    }

    /** A later event may be there or not when this one is read, so it must not count. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"accountId\": 7}", "{\"accountId\": \"seven\"}", "{\"ac"})
    void only_what_lies_before_an_event_tells_its_account(String payload) {
        long before = head();
        record(stream, 0, "AccountVanished", "1", payload);
        store.publish(List.of(event(stream, 1)));

        UnreadableEvent unreadable = (UnreadableEvent) readAfter(before).getFirst();

        assertThat(unreadable.account()).isNull();
    }

    private static void record(
            String stream, long sequence, String type, String revision, String payload) {
        store.jdbc().sql(RECORD).params(stream, sequence, type, revision, payload).update();
    }

    private static long head() {
        return store.bean(LogPosition.class).settledHead(PATIENCE).orElseThrow();
    }

    private static List<Object> readAfter(long position) {
        long wanted = head() - position;
        List<Object> read = new ArrayList<>();
        try (TrackingEventStream stream =
                (TrackingEventStream)
                        store.bean(EventStore.class)
                                .openStream(new GlobalSequenceTrackingToken(position))) {
            while (read.size() < wanted
                    && stream.hasNextAvailable((int) PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                read.add(stream.nextAvailable().getPayload());
            }
            return read;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
