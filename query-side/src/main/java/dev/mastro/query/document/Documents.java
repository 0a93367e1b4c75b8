package dev.mastro.query.document;

import dev.mastro.query.document.Archive.Fresh;
import dev.mastro.query.document.DocumentIndex.Entry;
import dev.mastro.query.document.DocumentIndex.Kind;
import dev.mastro.query.paper.Dossier;
import dev.mastro.query.paper.Dossiers;
import dev.mastro.query.paper.Press;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.document.DocumentId;
import dev.mastro.shared.document.DocumentKind;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Documents in their editions: an invoice has one for each fact that changes what it shows. */
@Component
public class Documents {

    private final DocumentIndex index;
    private final Dossiers dossiers;
    private final Press press;
    private final Archive archive;

    Documents(DocumentIndex index, Dossiers dossiers, Press press, Archive archive) {
        this.index = index;
        this.dossiers = dossiers;
        this.press = press;
        this.archive = archive;
    }

    /** The invoice as it stands: the issued one until something more has settled it. */
    DocumentFile currentInvoice(String idOrNumber) {
        Entry entry = find(Kind.INVOICE, "invoice", idOrNumber);
        InvoiceId id = new InvoiceId(entry.id());
        Dossier dossier = dossiers.of(entry.account());
        return invoice(dossier, id, dossier.countNow(id));
    }

    /** The invoice as it was issued; later facts never change it. */
    DocumentFile issuedInvoice(String idOrNumber) {
        Entry entry = find(Kind.INVOICE, "invoice", idOrNumber);
        return issuedInvoice(dossiers.of(entry.account()), new InvoiceId(entry.id()));
    }

    /** The invoice as it was issued, by what is in a dossier. */
    public DocumentFile issuedInvoice(Dossier dossier, InvoiceId id) {
        return invoice(dossier, id, dossier.countAtIssue(id));
    }

    /** A credit note, which nothing changes. */
    DocumentFile creditNote(String idOrNumber) {
        Entry entry = find(Kind.CREDIT_NOTE, "credit note", idOrNumber);
        Dossier dossier = dossiers.of(entry.account());
        return creditNote(
                dossier,
                dossier.creditNote(new InvoiceId(entry.ofInvoice()), new CreditNoteId(entry.id())));
    }

    /** A credit note, by what is in a dossier. */
    public DocumentFile creditNote(Dossier dossier, CreditNoteIssued note) {
        DocumentSealed unsealed =
                new DocumentSealed(
                        new DocumentId(DerivedIds.of(note.creditNoteId().value(), "document")),
                        note.accountId(),
                        DocumentKind.CREDIT_NOTE,
                        note.number(),
                        "",
                        note.effectiveOn());
        return keep(unsealed, () -> press.creditNote(dossier, note));
    }

    /** The receipt of a payment. */
    DocumentFile receipt(String reference) {
        Entry entry = find(Kind.PAYMENT, "payment", reference);
        Dossier dossier = dossiers.of(entry.account());
        PaymentReceived payment = dossier.payment(entry.number()).orElseThrow();
        DocumentSealed unsealed =
                new DocumentSealed(
                        new DocumentId(DerivedIds.of(entry.id(), "document")),
                        payment.accountId(),
                        DocumentKind.RECEIPT,
                        payment.reference(),
                        "",
                        payment.effectiveOn());
        return keep(unsealed, () -> press.receipt(dossier, payment, entry.id()));
    }

    private Entry find(Kind kind, String what, String key) {
        return index.find(kind, key).orElseThrow(() -> UnknownSubject.of(what, key));
    }

    private DocumentFile invoice(Dossier dossier, InvoiceId id, int count) {
        InvoiceEvent last = dossier.invoice(id).get(count - 1).event();
        AccountId account = last.accountId();
        LocalDate date = last.effectiveOn();
        UUID edition = DerivedIds.of(id.value(), "document-" + count);
        DocumentSealed unsealed =
                new DocumentSealed(
                        new DocumentId(edition),
                        account,
                        DocumentKind.INVOICE,
                        dossier.issued(id).number(),
                        "",
                        date);
        return keep(unsealed, () -> press.invoice(dossier, id, count, edition));
    }

    private DocumentFile keep(DocumentSealed unsealed, Supplier<byte[]> print) {
        return archive.keep(
                unsealed.documentId(),
                () -> {
                    DocumentFile file = DocumentFile.of(unsealed.number(), print.get());
                    return new Fresh(file, sealed(unsealed, file.sha256()));
                });
    }

    private static DocumentSealed sealed(DocumentSealed unsealed, String sha256) {
        return new DocumentSealed(
                unsealed.documentId(),
                unsealed.accountId(),
                unsealed.kind(),
                unsealed.number(),
                sha256,
                unsealed.effectiveOn());
    }
}
