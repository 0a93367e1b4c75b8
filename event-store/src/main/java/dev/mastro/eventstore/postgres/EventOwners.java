package dev.mastro.eventstore.postgres;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.codec.LedgerJson;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whose event it is that cannot be read. Only what lies before it in the log is asked, so
 * that every process comes to the same answer at any time: by it, segments share the work.
 */
final class EventOwners {

    /** What every event has, in whatever build it was written. */
    private static final String ACCOUNT = "accountId";

    private static final JsonMapper JSON = LedgerJson.mapper();

    private final Serializer serializer;
    private final Function<String, Stream<? extends DomainEventData<?>>> streams;

    /**
     * The owners of the events of these streams.
     *
     * @param streams the stored events of an aggregate, from its first
     */
    EventOwners(
            Serializer serializer, Function<String, Stream<? extends DomainEventData<?>>> streams) {
        this.serializer = serializer;
        this.streams = streams;
    }

    /** The account that the event names, or else an earlier one of its stream. */
    @Nullable AccountId of(DomainEventData<?> row) {
        AccountId named = named(row);
        return named == null ? before(row) : named;
    }

    private @Nullable AccountId before(DomainEventData<?> row) {
        return streams.apply(row.getAggregateIdentifier())
                .takeWhile(other -> other.getSequenceNumber() < row.getSequenceNumber())
                .map(this::told)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable AccountId told(DomainEventData<?> row) {
        try {
            return serializer.deserialize(row.getPayload()) instanceof LedgerEvent event
                    ? event.accountId()
                    : null;
        } catch (RuntimeException _) {
            return named(row);
        }
    }

    /** Bytes that are no JSON say nothing: what is left of them may be wrong as well. */
    private static @Nullable AccountId named(DomainEventData<?> row) {
        try {
            JsonNode account = JSON.readTree(text(row)).path(ACCOUNT);
            return account.isString() ? AccountId.of(account.asString()) : null;
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static String text(DomainEventData<?> row) {
        return new String((byte[]) row.getPayload().getData(), StandardCharsets.UTF_8);
    }
}
