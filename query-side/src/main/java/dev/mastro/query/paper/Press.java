package dev.mastro.query.paper;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/**
 * Prints papers. The bytes follow from the paper, its id and its date: fonts come along, and
 * nothing is taken from the machine or from the time of day.
 */
@Component
public final class Press {

    private static final String FONTS = "/liberation/LiberationSans-";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();
    private final Template template;

    Press() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        this.template =
                Mustache.compiler()
                        .emptyStringIsFalse(true)
                        .nullValue("")
                        .compile(
                                new InputStreamReader(
                                        open("/documents/document.mustache"),
                                        StandardCharsets.UTF_8));
    }

    /** An invoice as it stood after its first {@code count} facts. */
    public byte[] invoice(Dossier dossier, InvoiceId id, int count, UUID edition) {
        LocalDate date = dossier.invoice(id).get(count - 1).event().effectiveOn();
        return print(InvoicePaper.of(dossier, id, count), edition, date);
    }

    public byte[] creditNote(Dossier dossier, CreditNoteIssued note) {
        UUID id = note.creditNoteId().value();
        return print(CreditNotePaper.of(dossier, note), id, note.effectiveOn());
    }

    public byte[] receipt(Dossier dossier, PaymentReceived payment, UUID id) {
        return print(ReceiptPaper.of(dossier, payment), id, payment.effectiveOn());
    }

    /** The paper as PDF. */
    byte[] print(Paper paper, UUID id, LocalDate date) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(printable(template.execute(paper)), null);
        builder.useUriResolver((_, _) -> null);
        // Tagged for screen readers; and with it, no font of the machine is ever looked for.
        builder.usePdfUaAccessibility(true);
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics);
        font(builder, "Regular", NORMAL);
        font(builder, "Bold", BOLD);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.setDocumentInformation(about(paper, date));
            document.setDocumentId(id.getMostSignificantBits());
            document.save(bytes);
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PDDocumentInformation about(Paper paper, LocalDate date) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.title() + " " + paper.number());
        about.setAuthor(paper.head().name());
        about.setCreator("Mastro");
        about.setCreationDate(day);
        about.setModificationDate(day);
        return about;
    }

    private static void font(PdfRendererBuilder builder, String cut, int weight) {
        builder.useFont(
                () -> open(FONTS + cut + ".ttf"),
                "Paper",
                weight,
                PdfRendererBuilder.FontStyle.NORMAL,
                true);
    }

    /** XML has no place for control characters, whatever a customer is called. */
    private static String printable(String html) {
        return html.replaceAll(
                "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Press.class.getResourceAsStream(file), file);
    }
}
