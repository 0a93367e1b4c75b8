package dev.mastro.query.journal;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.util.ArrayList;
import java.util.List;

/** What a batch of facts does to lines of revenue, written together as far as order allows. */
final class RevenueChanges {

    private final RevenueTable table;
    private final ClosedBooks closedBooks;
    private final List<RevenueTable.Opened> opened = new ArrayList<>();
    private final List<RevenueTable.Closed> closed = new ArrayList<>();
    private final List<RevenueTable.Voided> voided = new ArrayList<>();

    RevenueChanges(RevenueTable table, ClosedBooks closedBooks) {
        this.table = table;
        this.closedBooks = closedBooks;
    }

    void add(RecordedEvent recorded) {
        switch (recorded.event()) {
            case LineReduced reduced -> {
                write();
                table.reduce(recorded, reduced);
            }
            case SubscriptionEvent change -> {
                RevenueRules.openedBy(change)
                        .ifPresent(line ->
                                opened.add(new RevenueTable.Opened(recorded, line, closedBooks)));
                RevenueRules.closedBy(change)
                        .ifPresent(line -> closed.add(new RevenueTable.Closed(recorded, line)));
            }
            case InvoiceVoided invoice -> voided.add(new RevenueTable.Voided(recorded, invoice));
            default -> {
                // Other facts open and close no line.
            }
        }
    }

    void write() {
        table.open(opened);
        table.close(closed);
        table.takeBack(voided);
        opened.clear();
        closed.clear();
        voided.clear();
    }
}
