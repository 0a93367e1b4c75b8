package dev.mastro.command.invoice;

import dev.mastro.command.facts.Facts;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One invoice. Whatever happens to it moves its account as well, so it is decided over the whole
 * book and only recorded here.
 */
@Aggregate(type = "Invoice", cache = "aggregateCache", lockFactory = "aggregateLocks")
public class Invoice {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private InvoiceId id;

    private InvoiceState state;

    /** Axon replays events into this. */
    @SuppressWarnings("NullAway") // The first event sets every field.
    public Invoice() {}

    /** As it was; what its stream has more is replayed into it. */
    public Invoice(InvoiceState state) {
        this.id = state.issued().invoiceId();
        this.state = state;
    }

    @EventSourcingHandler
    void on(InvoiceEvent event) {
        id = event.invoiceId();
        state =
                event instanceof InvoiceIssued issued
                        ? InvoiceState.issued(issued)
                        : state.after(event);
    }

    /** Records a fact that was decided over the whole book. */
    public void record(InvoiceEvent event) {
        Facts.apply(event, event.invoiceId());
    }

    /** What the invoice remembers. */
    public InvoiceState state() {
        return state;
    }
}
