package dev.mastro.eventstore.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Copies from a command to its events who sent it, on whose behalf, how, and under which keys. The
 * values are texts: a number would come back from storage as another type of number.
 */
final class AuditTrail implements CorrelationDataProvider {

    private static final List<String> KEYS =
            List.of(
                    "actor",
                    "onBehalfOf",
                    "channel",
                    "reason",
                    "commandId",
                    "idempotencyKey",
                    "bodyHash",
                    "requestId");

    @Override
    public Map<String, String> correlationDataFor(Message<?> message) {
        Map<String, String> trail = new LinkedHashMap<>();
        for (String key : KEYS) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                trail.put(key, value.toString());
            }
        }
        return trail;
    }
}
