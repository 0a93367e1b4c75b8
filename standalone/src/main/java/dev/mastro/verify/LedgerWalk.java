package dev.mastro.verify;

import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.StoredEvents;
import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.query.journal.RecomputedBooks;
import dev.mastro.shared.LedgerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads every event as the application would: each stream without holes, the books in balance. */
final class LedgerWalk {

    private static final int MOST_FINDINGS = 20;

    private final Serializer serializer = EventSerializer.create();
    private final EventUpcaster upcasters = StoredEvents.upcasters();
    private final RecomputedBooks books = new RecomputedBooks();
    private final Map<String, Long> next = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long events;

    void follow(SealedRow row) {
        if (findings.size() < MOST_FINDINGS) {
            row.fields().ifPresent(stored -> follow(row.position(), stored));
        }
    }

    private void follow(long position, StoredFields stored) {
        events++;
        long expected = next.merge(stored.aggregateId(), 1L, Long::sum) - 1;
        if (stored.sequenceNumber() != expected) {
            findings.add(
                    new Finding(
                            position,
                            "event %d of stream %s comes where %d was expected"
                                    .formatted(
                                            stored.sequenceNumber(),
                                            stored.aggregateId(),
                                            expected)));
            next.put(stored.aggregateId(), stored.sequenceNumber() + 1);
        }
        post(position, stored);
    }

    private void post(long position, StoredFields stored) {
        try {
            EventStreamUtils.upcastAndDeserializeDomainEvents(
                            Stream.of(entry(stored)), serializer, upcasters)
                    .asStream()
                    .map(DomainEventMessage::getPayload)
                    .forEach(payload -> books.add((LedgerEvent) payload));
        } catch (RuntimeException e) {
            findings.add(
                    new Finding(
                            position,
                            "%s of revision %s cannot be posted: %s"
                                    .formatted(stored.payloadType(), stored.revision(), e)));
        }
    }

    private GenericDomainEventEntry<byte[]> entry(StoredFields stored) {
        return new GenericDomainEventEntry<>(
                stored.aggregateType(),
                stored.aggregateId(),
                stored.sequenceNumber(),
                stored.eventId(),
                stored.recordedAt(),
                stored.payloadType(),
                stored.revision(),
                stored.payload(),
                stored.metadata());
    }

    long events() {
        return events;
    }

    int streams() {
        return next.size();
    }

    List<RecomputedBooks.Turnover> turnovers() {
        return books.turnovers();
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        books.turnovers().stream()
                .filter(turnover -> !turnover.balanced())
                .map(turnover -> new Finding(0, "the books do not balance: " + turnover))
                .forEach(all::add);
        return all;
    }
}
