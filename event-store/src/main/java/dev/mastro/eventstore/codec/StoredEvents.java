package dev.mastro.eventstore.codec;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What turns stored events of any age into events of today. */
public final class StoredEvents {

    private StoredEvents() {}

    /** Every upcaster, oldest first. The order never changes: new ones go to the end. */
    public static EventUpcasterChain upcasters() {
        List<EventUpcaster> upcasters = new ArrayList<>();
        upcasters.add(new PaymentMethodUpcaster());
        upcasters.addAll(SettlementUpcasters.all());
        return new EventUpcasterChain(upcasters);
    }
}
