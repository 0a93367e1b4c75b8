package dev.mastro.query.document;

import dev.mastro.query.document.DocumentIndex.Entry;
import dev.mastro.query.document.DocumentIndex.Kind;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enters every document that can be printed. */
@Component
class DocumentsProjection implements Projection {

    private static final Set<Class<?>> READ =
            Set.of(
                    InvoiceIssued.class,
                    CreditNoteIssued.class,
                    PaymentReceived.class,
                    DocumentSealed.class);

    private static final String ENTER =
            """
            INSERT INTO document (kind, id, number, account_id, invoice_id, position)
            SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[])
            """;

    private static final String SEAL =
            """
            INSERT INTO document_seal (id, number, sha256, position)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
            """;

    private final JdbcClient jdbc;

    DocumentsProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Entry entry, long position) {}

    private record Seal(DocumentSealed sealed, long position) {}

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return READ.contains(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        List<Row> entries = new ArrayList<>();
        List<Seal> seals = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof DocumentSealed sealed) {
                seals.add(new Seal(sealed, recorded.position()));
            } else {
                entries.add(row(recorded));
            }
        }
        enter(new Rows<>(entries));
        seal(new Rows<>(seals));
    }

    private void enter(Rows<Row> rows) {
        jdbc.sql(ENTER)
                .param(1, rows.column(row -> row.entry().kind()))
                .param(2, rows.column(row -> row.entry().id()))
                .param(3, rows.column(row -> row.entry().number()))
                .param(4, rows.column(row -> row.entry().account()))
                .param(5, rows.column(row -> row.entry().invoice()))
                .param(6, rows.column(Row::position))
                .update();
    }

    private void seal(Rows<Seal> rows) {
        jdbc.sql(SEAL)
                .param(1, rows.column(seal -> seal.sealed().documentId().value()))
                .param(2, rows.column(seal -> seal.sealed().number()))
                .param(3, rows.column(seal -> seal.sealed().sha256()))
                .param(4, rows.column(Seal::position))
                .update();
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("document"), ReadTable.of("document_seal"));
    }

    private static Row row(RecordedEvent recorded) {
        UUID account = recorded.event().accountId().value();
        Entry entry =
                switch (recorded.event()) {
                    case InvoiceIssued e -> {
                        UUID id = e.invoiceId().value();
                        yield new Entry(Kind.INVOICE, id, e.number(), account, id);
                    }
                    case CreditNoteIssued e ->
                            new Entry(
                                    Kind.CREDIT_NOTE,
                                    e.creditNoteId().value(),
                                    e.number(),
                                    account,
                                    e.invoiceId().value());
                    case PaymentReceived e ->
                            new Entry(
                                    Kind.PAYMENT,
                                    receiptId(account, e.reference()),
                                    e.reference(),
                                    account,
                                    null);
                    default ->
                            throw new IllegalArgumentException("no document: " + recorded.event());
                };
        return new Row(entry, recorded.position());
    }

    private static UUID receiptId(UUID account, String reference) {
        return DerivedIds.of(account, "receipt-" + reference);
    }
}
