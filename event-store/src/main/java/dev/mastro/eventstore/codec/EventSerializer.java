package dev.mastro.eventstore.codec;

import dev.mastro.eventstore.UnreadableEvent;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.codec.LedgerJson;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads events under the names of {@link EventTypes}. A stored name is only ever looked
 * up in that list: no text from the database is turned into a class, and an event that nobody knows
 * stops its reader instead of being passed over.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final SerializedType METADATA =
            new SimpleSerializedType(MetaData.class.getName(), null);

    private static final String PROBE = LogProbed.class.getSimpleName();

    /** Only in dead letters: the log itself keeps the event as it is. */
    private static final String UNREADABLE = UnreadableEvent.class.getSimpleName();

    private final JsonMapper json = LedgerJson.mapper();
    private final ObjectWriter writer = json.writer();

    private EventSerializer(Builder builder) {
        super(builder);
    }

    /** A serializer for the event log and for dead letters. */
    public static EventSerializer create() {
        return new EventSerializer(Jackson3Serializer.builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // the overridden method of Axon has the raw type
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SimpleSerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return METADATA;
        }
        if (type == LogProbed.class || type == UnreadableEvent.class) {
            return new SimpleSerializedType(type.getSimpleName(), "1");
        }
        return new SimpleSerializedType(EventTypes.nameOf(type), EventTypes.revisionOf(type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (METADATA.getName().equals(type.getName())) {
            return MetaData.class;
        }
        if (PROBE.equals(type.getName())) {
            return LogProbed.class;
        }
        if (UNREADABLE.equals(type.getName())) {
            return UnreadableEvent.class;
        }
        Class<?> event = EventTypes.find(type.getName());
        if (event == null) {
            throw new SerializationException("no event of the ledger is called " + type.getName());
        }
        requireRevision(type, EventTypes.revisionOf(event));
        return event;
    }

    /** A later build may have given fields another meaning, even where all of them can be read. */
    private static void requireRevision(SerializedType type, String known) {
        String stored = type.getRevision();
        if (stored != null && !stored.equals(known) && !isEarlier(stored, known)) {
            throw new SerializationException(
                    "%s has revision %s, and %s is the latest that is known here"
                            .formatted(type.getName(), stored, known));
        }
    }

    private static boolean isEarlier(String stored, String known) {
        return stored.matches("[0-9]{1,9}") && Integer.parseInt(stored) < Integer.parseInt(known);
    }

    @Override
    protected ObjectWriter getWriter() {
        return writer;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return type == MetaData.class ? super.getReader(type) : json.readerFor(type);
    }
}
