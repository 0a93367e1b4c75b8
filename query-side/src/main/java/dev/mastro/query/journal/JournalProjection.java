package dev.mastro.query.journal;

import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.UsageRecorded;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the postings of every fact, the lines that become revenue, and which months are closed.
 */
@Component
class JournalProjection implements Projection {

    /** Frequent facts without postings, left unread to rebuild faster; a new fact is read. */
    static final Set<Class<?>> SILENT =
            Set.of(
                    BillingDetailsChanged.class,
                    OrderPlaced.class,
                    InvoiceNumberAssigned.class,
                    CreditNoteNumberAssigned.class,
                    AccountDowngraded.class,
                    PaymentAllocated.class,
                    CreditAllocated.class,
                    PaymentMissed.class,
                    LicenceAssigned.class,
                    LicenceUnassigned.class,
                    UsageRecorded.class);

    private final PostingTable postings;
    private final RevenueTable revenue;
    private final ClosedMonths closedMonths;

    JournalProjection(JdbcClient jdbc, TableWriter writer) {
        this.postings = new PostingTable(writer);
        this.revenue = new RevenueTable(jdbc, writer);
        this.closedMonths = new ClosedMonths(jdbc);
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return EventTypes.isEvent(eventType) && !SILENT.contains(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        ClosedBooks closed = closedMonths.lock(events);
        postings.add(events, closed);
        RevenueChanges changes = new RevenueChanges(revenue, closed);
        events.forEach(changes::add);
        changes.write();
        closedMonths.close(events);
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(
                ReadTable.of("journal_posting"),
                ReadTable.of("revenue_line", "revenue_line_open_key", "revenue_line_invoice_idx"),
                ReadTable.of("closed_month"));
    }
}
