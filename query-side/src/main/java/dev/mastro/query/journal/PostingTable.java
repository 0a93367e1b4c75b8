package dev.mastro.query.journal;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code journal_posting}: only balanced entries get there. */
final class PostingTable {

    private static final String ADD =
            """
            INSERT INTO journal_posting (position, line, service_date, recorded_at, account_id,
                                         ledger_code, sub_key, currency, amount_minor,
                                         event_type, document, posted_on)
            SELECT row.*, greatest(service_date, books_open_from(position))
              FROM unnest(?::bigint[], ?::integer[], ?::date[], ?::timestamptz[], ?::uuid[],
                          ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                   AS row (position, line, service_date, recorded_at, account_id, ledger_code,
                           sub_key, currency, amount_minor, event_type, document)
            """;

    private final JdbcClient jdbc;

    PostingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One posting of a fact; lines count from 1. */
    record Row(RecordedEvent recorded, int line, Posting posting) {}

    static List<Row> rowsOf(RecordedEvent recorded) {
        JournalEntry entry = new JournalEntry(PostingRules.postingsFor(recorded.event()));
        List<Posting> postings = entry.postings();
        return IntStream.range(0, postings.size())
                .mapToObj(index -> new Row(recorded, index + 1, postings.get(index)))
                .toList();
    }

    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Rows<Row> table = new Rows<>(rows);
        jdbc.sql(ADD)
                .param(1, table.column(row -> row.recorded().position()))
                .param(2, table.column(Row::line))
                .param(3, table.column(row -> row.recorded().event().effectiveOn()))
                .param(4, table.column(row -> row.recorded().recordedAt()))
                .param(5, table.column(row -> row.recorded().event().accountId()))
                .param(6, table.column(row -> row.posting().ledgerAccount().code()))
                .param(7, table.column(row -> row.posting().key()))
                .param(8, table.column(row -> row.posting().amount().getCurrencyUnit().getCode()))
                .param(9, table.column(row -> row.posting().signedMinor()))
                .param(
                        10,
                        table.column(row -> EventTypes.nameOf(row.recorded().event().getClass())))
                .param(11, table.column(row -> document(row.recorded().event())))
                .update();
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
