package dev.mastro.command.work;

import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.ReceivedPayment;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * What an account forgets once it is settled: its old invoices and payments, read from its own
 * stream for the few commands that look back.
 */
@Component
class Past {

    private final EventStore events;

    Past(EventStore events) {
        this.events = events;
    }

    List<AccountEvent> of(AccountId account) {
        return events.readEvents(account.toString(), 0)
                .asStream()
                .map(Message::getPayload)
                .map(AccountEvent.class::cast)
                .toList();
    }

    static List<InvoiceId> invoices(List<AccountEvent> history) {
        return history.stream()
                .filter(InvoiceNumberAssigned.class::isInstance)
                .map(event -> ((InvoiceNumberAssigned) event).invoiceId())
                .toList();
    }

    static Map<String, ReceivedPayment> payments(List<AccountEvent> history) {
        Map<String, ReceivedPayment> payments = Map.of();
        for (AccountEvent event : history) {
            payments = Book.after(payments, event);
        }
        return payments;
    }
}
