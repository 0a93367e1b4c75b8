package dev.mastro.eventstore.codec;

import java.util.function.Consumer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns one event from one revision into the next. */
final class RevisionUpcaster extends SingleEventUpcaster {

    private final SimpleSerializedType before;
    private final SimpleSerializedType after;
    private final Consumer<ObjectNode> change;

    RevisionUpcaster(String event, String before, String after, Consumer<ObjectNode> change) {
        this.before = new SimpleSerializedType(event, before);
        this.after = new SimpleSerializedType(event, after);
        this.change = change;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(before);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(after, JsonNode.class, this::changed);
    }

    private JsonNode changed(JsonNode stored) {
        ObjectNode copy = ((ObjectNode) stored).deepCopy();
        change.accept(copy);
        return copy;
    }
}
