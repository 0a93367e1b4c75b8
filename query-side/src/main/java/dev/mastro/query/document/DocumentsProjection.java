package dev.mastro.query.document;

import static dev.mastro.query.platform.ColumnType.BIGINT;
import static dev.mastro.query.platform.ColumnType.TEXT;
import static dev.mastro.query.platform.ColumnType.UUID;

import dev.mastro.query.document.DocumentIndex.Entry;
import dev.mastro.query.document.DocumentIndex.Kind;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private static final TableColumns<Row> ENTRIES =
            TableColumns.<Row>of("document")
                    .with("kind", TEXT, row -> row.entry().kind().name())
                    .with("id", UUID, row -> row.entry().id())
                    .with("number", TEXT, row -> row.entry().number())
                    .with("account_id", UUID, row -> row.entry().account())
                    .with("invoice_id", UUID, row -> row.entry().invoice())
                    .with("position", BIGINT, Row::position);

    private static final TableColumns<Seal> SEALS =
            TableColumns.<Seal>of("document_seal")
                    .with("id", UUID, seal -> seal.sealed().documentId().value())
                    .with("number", TEXT, seal -> seal.sealed().number())
                    .with("sha256", TEXT, seal -> seal.sealed().sha256())
                    .with("position", BIGINT, Seal::position);

    private final TableWriter writer;

    DocumentsProjection(TableWriter writer) {
        this.writer = writer;
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
        writer.insert(ENTRIES, entries);
        writer.insert(SEALS, seals);
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
