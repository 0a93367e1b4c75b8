package dev.mastro.query.paper;

import dev.mastro.query.seller.Sellers;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Takes facts from the log itself, so that a document depends on no read model. */
@Component
public class Dossiers {

    private final EventStore events;
    private final Sellers sellers;

    Dossiers(EventStore events, Sellers sellers) {
        this.events = events;
        this.sellers = sellers;
    }

    /** The dossier of an account, as the log has it now. */
    public Dossier of(UUID account) {
        return new Dossier(
                read(account.toString(), AccountEvent.class),
                invoice -> read(invoice.toString(), InvoiceEvent.class),
                sellers::get);
    }

    private <E extends LedgerEvent> List<Told<E>> read(String stream, Class<E> type) {
        return events.readEvents(stream).asStream().map(fact -> Told.of(fact, type)).toList();
    }
}
