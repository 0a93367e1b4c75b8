package dev.mastro.query.journal;

import static dev.mastro.query.platform.ColumnType.BIGINT;
import static dev.mastro.query.platform.ColumnType.DATE;
import static dev.mastro.query.platform.ColumnType.INTEGER;
import static dev.mastro.query.platform.ColumnType.TEXT;
import static dev.mastro.query.platform.ColumnType.TIMESTAMP;
import static dev.mastro.query.platform.ColumnType.UUID;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code journal_posting}: only balanced entries get there. */
final class PostingTable {

    private static final TableColumns<Row> COLUMNS =
            TableColumns.<Row>of("journal_posting")
                    .with("position", BIGINT, row -> row.recorded().position())
                    .with("line", INTEGER, Row::line)
                    .with("service_date", DATE, Row::serviceDate)
                    .with("posted_on", DATE, Row::postedOn)
                    .with("recorded_at", TIMESTAMP, row -> row.recorded().recordedAt())
                    .with("account_id", UUID, row -> row.recorded().event().accountId().value())
                    .with("ledger_code", TEXT, row -> row.posting().ledgerAccount().code())
                    .with("sub_key", TEXT, row -> row.posting().key())
                    .with("currency", TEXT, row -> row.posting().currency())
                    .with("amount_minor", BIGINT, row -> row.posting().signedMinor())
                    .with("event_type", TEXT, row -> EventTypes.nameOf(row.eventType()))
                    .with("document", TEXT, row -> document(row.recorded().event()));

    private final TableWriter writer;

    PostingTable(TableWriter writer) {
        this.writer = writer;
    }

    /** One posting of a fact; lines count from 1. */
    private record Row(RecordedEvent recorded, int line, Posting posting, ClosedBooks closed) {

        LocalDate serviceDate() {
            return recorded.event().effectiveOn();
        }

        LocalDate postedOn() {
            LocalDate postponed = closed.postponed(serviceDate(), recorded.position());
            return postponed == null ? serviceDate() : postponed;
        }

        Class<?> eventType() {
            return recorded.event().getClass();
        }
    }

    void add(List<RecordedEvent> events, ClosedBooks closed) {
        List<Row> rows = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            List<Posting> postings =
                    new JournalEntry(PostingRules.postingsFor(recorded.event())).postings();
            for (int i = 0; i < postings.size(); i++) {
                rows.add(new Row(recorded, i + 1, postings.get(i), closed));
            }
        }
        writer.insert(COLUMNS, rows);
    }

    /** What people look for in the books: the number or the reference of the document. */
    private static @Nullable String document(LedgerEvent event) {
        return switch (event) {
            case InvoiceIssued e -> e.number();
            case CreditNoteIssued e -> e.number();
            case PaymentReceived e -> e.reference();
            case RefundIssued e -> e.reference();
            case DisputeOpened e -> e.reference();
            case DisputeWon e -> e.reference();
            default -> null;
        };
    }
}
