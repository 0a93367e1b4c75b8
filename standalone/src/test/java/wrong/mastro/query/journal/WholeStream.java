package wrong.mastro.query.journal;

import org.axonframework.eventsourcing.eventstore.EventStore;

public record WholeStream(EventStore events) {

    boolean isKnown(String account) {
        return events.readEvents(account).hasNext();
    }
}
