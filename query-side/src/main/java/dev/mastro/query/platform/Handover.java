package dev.mastro.query.platform;

import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.UnreadableEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands a batch to a projection. When it is refused, the accounts are handed over one by one, and
 * one that fails event by event, each time with a savepoint: what fails is put aside with all later
 * events of its account, and nothing of the failed try stays. All of it is in the transaction that
 * moves the token.
 */
public final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Letters letters;
    private final TransactionOperations savepoint;

    /** Puts aside what fails, each try within {@code savepoint}. */
    public Handover(Letters letters, TransactionOperations savepoint) {
        this.letters = letters;
        this.savepoint = savepoint;
    }

    /** Hands over a batch, in the transaction that is open. */
    void handOver(Projection projection, List<EventMessage<?>> batch) {
        Map<String, List<EventMessage<?>>> accounts = byAccount(batch);
        putBehind(projection, accounts);
        List<EventMessage<?>> rest = batch;
        if (accounts.values().stream().mapToInt(List::size).sum() < batch.size()) {
            rest = inOrder(accounts);
        }
        RuntimeException failure = rest.isEmpty() ? null : attempt(projection, rest);
        if (failure != null) {
            LOG.warn("{} is handed its batch account by account", projection.name(), failure);
            oneByOne(projection, accounts);
        }
    }

    /**
     * Tries these events, in their order; null when it has succeeded.
     *
     * @throws RuntimeException when the failure says nothing about the events
     */
    public @Nullable RuntimeException attempt(
            Projection projection, List<? extends EventMessage<?>> events) {
        try {
            savepoint.executeWithoutResult(_ -> project(projection, events));
            return null;
        } catch (RuntimeException e) {
            if (PassingFailure.is(e)) {
                throw e;
            }
            return e;
        }
    }

    private static Map<String, List<EventMessage<?>>> byAccount(List<EventMessage<?>> batch) {
        Map<String, String> owners = new HashMap<>();
        for (EventMessage<?> event : batch) {
            if (!(event.getPayload() instanceof UnreadableEvent)) {
                owners.put(streamOf(event), accountOf(event));
            }
        }
        Map<String, List<EventMessage<?>>> accounts = new LinkedHashMap<>();
        for (EventMessage<?> event : batch) {
            String account = owners.getOrDefault(streamOf(event), accountOf(event));
            accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(event);
        }
        return accounts;
    }

    private static List<EventMessage<?>> inOrder(Map<String, List<EventMessage<?>>> accounts) {
        return accounts.values().stream()
                .flatMap(List::stream)
                .<EventMessage<?>>map(event -> event)
                .sorted(Comparator.comparingLong(Handover::positionOf))
                .toList();
    }

    /** What belongs behind letters goes there; the other accounts stay. */
    private void putBehind(Projection projection, Map<String, List<EventMessage<?>>> accounts) {
        Set<String> waiting = letters.accounts(projection.name());
        if (waiting.isEmpty()) {
            return;
        }
        for (String account : List.copyOf(accounts.keySet())) {
            List<EventMessage<?>> events = accounts.getOrDefault(account, List.of());
            boolean given = claimStreams(projection, account, events, waiting);
            if (given || waiting.contains(account)) {
                letters.add(projection.name(), account, events, null);
                accounts.remove(account);
            }
        }
    }

    /** Letters of a stream that nobody could tell the account of belong to it from now on. */
    private boolean claimStreams(
            Projection projection,
            String account,
            List<EventMessage<?>> events,
            Set<String> waiting) {
        boolean any = false;
        for (EventMessage<?> event : events) {
            String stream = streamOf(event);
            if (!stream.equals(account) && waiting.remove(stream)) {
                letters.give(projection.name(), stream, account);
                any = true;
            }
        }
        return any;
    }

    private void oneByOne(Projection projection, Map<String, List<EventMessage<?>>> accounts) {
        accounts.forEach((account, events) -> {
            if (events.size() == 1 || attempt(projection, events) != null) {
                upToTheFailure(projection, account, events);
            }
        });
    }

    /** What comes before the event that cannot be handled is as good as ever. */
    private void upToTheFailure(
            Projection projection, String account, List<EventMessage<?>> events) {
        for (int i = 0; i < events.size(); i++) {
            RuntimeException failure = attempt(projection, List.of(events.get(i)));
            if (failure != null) {
                LOG.error(
                        "{} puts events of account {} aside", projection.name(), account, failure);
                letters.add(projection.name(), account, events.subList(i, i + 1), failure);
                letters.add(projection.name(), account, events.subList(i + 1, events.size()), null);
                return;
            }
        }
    }

    private static void project(Projection projection, List<? extends EventMessage<?>> events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof UnreadableEvent unreadable) {
                throw new IllegalStateException(unreadable.reason());
            }
            if (projection.reads(event.getPayloadType())) {
                recorded.add(RecordedEvent.of(event, positionOf(event)));
            }
        }
        if (!recorded.isEmpty()) {
            projection.project(List.copyOf(recorded));
        }
    }

    private static String accountOf(EventMessage<?> event) {
        return String.valueOf(AccountSequence.INSTANCE.getSequenceIdentifierFor(event));
    }

    private static String streamOf(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> fact) {
            return fact.getAggregateIdentifier();
        }
        throw new IllegalStateException("of no aggregate: " + event.getIdentifier());
    }

    private static long positionOf(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return TrackingTokens.position(tracked.trackingToken());
        }
        throw new IllegalStateException("not from the log: " + message.getIdentifier());
    }
}
