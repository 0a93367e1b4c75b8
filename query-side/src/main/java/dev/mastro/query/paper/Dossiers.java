package dev.mastro.query.paper;

import dev.mastro.query.seller.Seller;
import dev.mastro.query.seller.Sellers;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
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

    /** One fact of the log. */
    public Told<LedgerEvent> fact(String stream, long sequence) {
        return events.readEvents(stream, sequence)
                .asStream()
                .findFirst()
                .map(fact -> Told.of(fact, LedgerEvent.class))
                .orElseThrow(() -> new IllegalStateException(stream + " has no " + sequence));
    }

    /** Who sells to an account, without reading all of it. */
    public Seller sellerOf(UUID account) {
        if (fact(account.toString(), 0).event() instanceof AccountOpened opened) {
            return sellers.get(opened.profile().seller());
        }
        throw new IllegalStateException("an account without its opening: " + account);
    }

    private <E extends LedgerEvent> List<Told<E>> read(String stream, Class<E> type) {
        return events.readEvents(stream, 0).asStream().map(fact -> Told.of(fact, type)).toList();
    }
}
