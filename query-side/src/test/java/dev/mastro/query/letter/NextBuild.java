package dev.mastro.query.letter;

import dev.mastro.eventstore.codec.StoredEvents;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A build that can read every {@link Damage}: somebody's password was changed. */
class NextBuild {

    @Bean
    @Primary
    EventUpcasterChain upcastersOfTheNextBuild() {
        List<EventUpcaster> upcasters = new ArrayList<>();
        for (Damage damage : Damage.values()) {
            upcasters.add(new Repair(damage));
        }
        upcasters.add(StoredEvents.upcasters());
        return new EventUpcasterChain(upcasters);
    }

    private static final class Repair extends SingleEventUpcaster {

        private static final SimpleSerializedType AFTER =
                new SimpleSerializedType("PasswordChanged", "1");

        private final SimpleSerializedType before;

        Repair(Damage damage) {
            this.before = new SimpleSerializedType(damage.type(), damage.revision());
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(before);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            String account = event.getAggregateIdentifier().orElseThrow();
            return event.upcastPayload(
                    AFTER,
                    String.class,
                    _ ->
                            """
                            {"accountId": "%s", "user": "ada", "effectiveOn": "2025-12-01"}
                            """
                                    .formatted(account));
        }
    }
}
