package dev.mastro.eventstore.codec;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code PaymentReceived} 1 to 2: the way in which the money arrived was not recorded, and
 * transfers were the only one.
 */
final class PaymentMethodUpcaster extends SingleEventUpcaster {

    private static final SimpleSerializedType BEFORE =
            new SimpleSerializedType("PaymentReceived", "1");

    private static final SimpleSerializedType AFTER =
            new SimpleSerializedType("PaymentReceived", "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(AFTER, JsonNode.class, PaymentMethodUpcaster::withMethod);
    }

    private static JsonNode withMethod(JsonNode stored) {
        ObjectNode payment = ((ObjectNode) stored).deepCopy();
        if (!payment.has("method")) {
            payment.put("method", "BANK_TRANSFER");
        }
        return payment;
    }
}
