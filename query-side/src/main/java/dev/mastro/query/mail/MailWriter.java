package dev.mastro.query.mail;

import dev.mastro.query.document.DocumentFile;
import dev.mastro.query.document.Documents;
import dev.mastro.query.mail.Draft.Button;
import dev.mastro.query.mail.Draft.Content;
import dev.mastro.query.mail.Draft.Entry;
import dev.mastro.query.mail.Draft.Sender;
import dev.mastro.query.paper.Dossier;
import dev.mastro.query.paper.Dossiers;
import dev.mastro.query.paper.Told;
import dev.mastro.query.paper.Words;
import dev.mastro.query.seller.DocumentRules;
import dev.mastro.query.seller.Letterhead;
import dev.mastro.query.seller.Occasion;
import dev.mastro.query.seller.Seller;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a mail from the facts of its cause, if the policy of that day asks for one. */
@Component
class MailWriter {

    private final Dossiers dossiers;
    private final Documents documents;
    private final MailSettings settings;

    MailWriter(Dossiers dossiers, Documents documents, MailSettings settings) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.settings = settings;
    }

    /** The desk on which one mail is written. */
    private record Sheet(
            Dossier dossier,
            AccountState account,
            Seller seller,
            DocumentRules rules,
            Words words) {

        Draft draft(
                Occasion occasion,
                Subject subject,
                List<String> paragraphs,
                List<Entry> facts,
                List<DocumentFile> files,
                @Nullable Button button,
                String from) {
            Letterhead head = seller.head();
            String address = head.email().isBlank() ? from : head.email();
            return new Draft(
                    occasion,
                    new Content(
                            words.language(),
                            words.get(subject.key() + ".subject", subject.gap()),
                            greeting(),
                            paragraphs,
                            facts,
                            button,
                            new Sender(
                                    seller.name(),
                                    address,
                                    head.colour(),
                                    words.get("regards", seller.name()),
                                    words.get("foot", account.number(), head.legalName()))),
                    files);
        }

        private String greeting() {
            BillingDetails details = account.customer().details();
            return words.get("greeting", details == null ? "" : details.name());
        }

        InvoiceState now(InvoiceId id) {
            return dossier.invoiceAfter(id, dossier.countNow(id));
        }
    }

    private record Subject(String key, String gap) {}

    Optional<Draft> write(Cause cause) {
        Dossier dossier = dossiers.of(cause.account());
        Told<?> fact = dossiers.fact(cause.stream(), cause.sequence());
        AccountState account = dossier.account();
        Seller seller = dossier.sellerOf(account);
        Sheet sheet =
                new Sheet(
                        dossier,
                        account,
                        seller,
                        seller.rulesOn(fact.event().effectiveOn()),
                        Words.of("mail", account.profile().locale()));
        if (isNothingBilled(dossier, fact.event())) {
            return Optional.empty();
        }
        return Optional.of(write(sheet, fact))
                .filter(draft -> sheet.rules().mails().contains(draft.occasion()));
    }

    /** A renewal for nothing, such as that of a free plan, is not worth a mail. */
    private static boolean isNothingBilled(Dossier dossier, LedgerEvent event) {
        if (event instanceof SubscriptionRenewed renewal) {
            InvoiceId id = renewal.opened().invoiceId();
            return dossier.invoice(id).isEmpty() || dossier.invoiceAfter(id, 1).total().isZero();
        }
        return false;
    }

    private Draft write(Sheet sheet, Told<?> fact) {
        return switch (fact.event()) {
            case OrderPlaced e -> ordered(sheet, e, fact);
            case SubscriptionRenewed e -> renewed(sheet, e);
            case PaymentMissed e -> missed(sheet, e);
            case CancellationRequested e -> cancelled(sheet, e, fact);
            default -> throw new IllegalStateException("no mail is about " + fact.event());
        };
    }

    private Draft ordered(Sheet sheet, OrderPlaced order, Told<?> fact) {
        Words words = sheet.words();
        boolean first =
                order.subscriptions().stream().anyMatch(id -> startedWith(id.toString(), fact));
        Occasion occasion = first ? Occasion.PURCHASE : Occasion.CHANGE;
        List<DocumentFile> files = new ArrayList<>();
        List<Entry> facts = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.get(occasion + ".text"));
        if (order.invoiceId() == null) {
            paragraphs.add(words.get("nothing.billed"));
        } else {
            files.add(invoice(sheet, order.invoiceId(), facts));
            paragraphs.add(attached(sheet, sheet.rules().kind().name()));
        }
        List<DocumentFile> notes = creditNotes(sheet, fact, facts);
        if (!notes.isEmpty()) {
            files.addAll(notes);
            paragraphs.add(attached(sheet, "CREDIT_NOTE"));
        }
        return sheet.draft(
                occasion,
                new Subject(occasion.name(), sheet.seller().name()),
                paragraphs,
                facts,
                attach(sheet, files),
                null,
                settings.from());
    }

    private Draft renewed(Sheet sheet, SubscriptionRenewed renewal) {
        Words words = sheet.words();
        List<Entry> facts = new ArrayList<>();
        DocumentFile file = invoice(sheet, renewal.opened().invoiceId(), facts);
        return sheet.draft(
                Occasion.RENEWAL,
                new Subject("RENEWAL", sheet.seller().name()),
                List.of(
                        words.get("RENEWAL.text", words.date(renewal.opened().period().end())),
                        attached(sheet, sheet.rules().kind().name())),
                facts,
                attach(sheet, List.of(file)),
                null,
                settings.from());
    }

    private Draft missed(Sheet sheet, PaymentMissed miss) {
        Words words = sheet.words();
        InvoiceState invoice = sheet.now(miss.invoiceId());
        String number = invoice.issued().number();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.get("DUNNING.text", number));
        paragraphs.add(
                miss.nextAttemptOn() == null
                        ? words.get("DUNNING.last")
                        : words.get("DUNNING.next", words.date(miss.nextAttemptOn())));
        Button button = null;
        if (sheet.rules().expressPayment()) {
            paragraphs.add(words.get("DUNNING.express", sheet.account().number(), number));
            button = new Button(words.get("pay.now"), link(sheet, number));
        }
        return sheet.draft(
                Occasion.DUNNING,
                new Subject("DUNNING", number),
                paragraphs,
                List.of(
                        new Entry(words.get("INVOICE"), number),
                        new Entry(words.get("due"), words.date(invoice.issued().dueOn())),
                        new Entry(words.get("left"), words.money(invoice.outstanding()))),
                List.of(),
                button,
                settings.from());
    }

    /** Who gets his money back has no time left, and a credit note instead. */
    private Draft cancelled(Sheet sheet, CancellationRequested cancellation, Told<?> fact) {
        Words words = sheet.words();
        String endsOn = words.date(cancellation.endsOn());
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(words.get("product"), product(sheet, cancellation)));
        facts.add(new Entry(words.get("ends.on"), endsOn));
        List<DocumentFile> notes = creditNotes(sheet, fact, facts);
        return sheet.draft(
                Occasion.CANCELLATION,
                new Subject("CANCELLATION", sheet.seller().name()),
                notes.isEmpty()
                        ? List.of(words.get("CANCELLATION.text", endsOn))
                        : List.of(
                                words.get("CANCELLATION.refunded"), attached(sheet, "CREDIT_NOTE")),
                facts,
                attach(sheet, notes),
                null,
                settings.from());
    }

    private String product(Sheet sheet, CancellationRequested cancellation) {
        SubscriptionEvent first =
                (SubscriptionEvent)
                        dossiers.fact(cancellation.subscriptionId().toString(), 0).event();
        String product =
                first instanceof SubscriptionStarted start ? start.product().product() : "";
        return sheet.seller().productName("", product, sheet.words().language());
    }

    private boolean startedWith(String subscription, Told<?> order) {
        Told<?> first = dossiers.fact(subscription, 0);
        return first.event() instanceof SubscriptionStarted && first.cameWith(order);
    }

    private DocumentFile invoice(Sheet sheet, InvoiceId id, List<Entry> facts) {
        Words words = sheet.words();
        InvoiceState invoice = sheet.dossier().invoiceAfter(id, sheet.dossier().countAtIssue(id));
        String kind = words.get(sheet.rules().kind().name());
        facts.add(new Entry(kind, invoice.issued().number()));
        facts.add(new Entry(words.get("total"), words.money(invoice.total())));
        facts.add(new Entry(words.get("left"), words.money(invoice.outstanding())));
        return documents.issuedInvoice(sheet.dossier(), id);
    }

    /**
     * What was given back is a document beside the invoice or in its place (billing.md R001-33).
     */
    private List<DocumentFile> creditNotes(Sheet sheet, Told<?> order, List<Entry> facts) {
        Words words = sheet.words();
        List<DocumentFile> files = new ArrayList<>();
        for (Told<? extends LedgerEvent> told : sheet.dossier().facts()) {
            if (told.event() instanceof CreditNoteNumberAssigned note && told.cameWith(order)) {
                CreditNoteIssued issued =
                        sheet.dossier().creditNote(note.invoiceId(), note.creditNoteId());
                facts.add(new Entry(words.get("CREDIT_NOTE"), note.number()));
                facts.add(new Entry(words.get("given.back"), words.money(issued.total())));
                files.add(documents.creditNote(sheet.dossier(), issued));
            }
        }
        return files;
    }

    private static List<DocumentFile> attach(Sheet sheet, List<DocumentFile> files) {
        return sheet.rules().mailAttachesDocument() ? files : List.of();
    }

    private static String attached(Sheet sheet, String kind) {
        return sheet.words()
                .get("attached." + (sheet.rules().mailAttachesDocument() ? kind : "NONE"));
    }

    private String link(Sheet sheet, String invoice) {
        String account = sheet.account().number();
        return settings.payLink()
                .replace("{language}", sheet.words().language())
                .replace("{account}", URLEncoder.encode(account, StandardCharsets.UTF_8))
                .replace("{invoice}", URLEncoder.encode(invoice, StandardCharsets.UTF_8));
    }
}
