package dev.mastro.eventstore.codec;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What turns stored events of any age into events of today. */
public final class StoredEvents {

    private StoredEvents() {}

    /** Every upcaster, oldest first. The order never changes: new ones go to the end. */
    public static EventUpcasterChain upcasters() {
        return new EventUpcasterChain(new PaymentMethodUpcaster());
    }
}
