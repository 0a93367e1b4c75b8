package dev.mastro.query.timeline;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.SubscriptionEvent;

/** Every fact in a sentence that support can read to a customer; none is left out. */
final class TimelineWords {

    private final AccountWords accounts;
    private final SubscriptionWords subscriptions;
    private final InvoiceWords invoices;

    TimelineWords(Names names) {
        accounts = new AccountWords(names);
        subscriptions = new SubscriptionWords(names);
        invoices = new InvoiceWords(names);
    }

    Sentence sentenceFor(LedgerEvent event) {
        return switch (event) {
            case AccountEvent e -> accounts.sentenceFor(e);
            case SubscriptionEvent e -> subscriptions.sentenceFor(e);
            case InvoiceEvent e -> invoices.sentenceFor(e);
            case DocumentEvent e -> DocumentWords.sentenceFor(e);
            case BooksClosed e ->
                    Sentence.of("Books closed for %s and all months before".formatted(e.month()));
            default -> throw new IllegalArgumentException("of no family: " + event);
        };
    }
}
