package dev.mastro.query.paper;

import dev.mastro.query.paper.Letter.Taxed;
import dev.mastro.query.paper.Paper.Band;
import dev.mastro.query.paper.Paper.Column;
import dev.mastro.query.paper.Paper.Entry;
import dev.mastro.query.paper.Paper.Row;
import dev.mastro.query.paper.Paper.Sum;
import dev.mastro.query.seller.DocumentRules;
import dev.mastro.query.seller.DocumentRules.Kind;
import dev.mastro.query.seller.Letterhead;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.InvoiceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An invoice after so many of its facts, on paper. */
final class InvoicePaper {

    private static final Map<InvoiceStatus, String> TONE =
            Map.of(
                    InvoiceStatus.OPEN, "open",
                    InvoiceStatus.PAID, "settled",
                    InvoiceStatus.CREDITED, "settled",
                    InvoiceStatus.WRITTEN_OFF, "neutral",
                    InvoiceStatus.VOID, "neutral");

    private final Dossier dossier;
    private final List<InvoiceEvent> facts;
    private final InvoiceState invoice;
    private final InvoiceIssued issued;
    private final Letter letter;

    private InvoicePaper(Dossier dossier, InvoiceId id, int count) {
        this.dossier = dossier;
        this.facts =
                dossier.invoice(id).subList(0, count).stream()
                        .<InvoiceEvent>map(Told::event)
                        .toList();
        this.invoice = dossier.invoiceAfter(id, count);
        this.issued = invoice.issued();
        AccountState account =
                dossier.accountAt(fact ->
                        fact instanceof InvoiceNumberAssigned assigned
                                && assigned.invoiceId().equals(id));
        this.letter = Letter.of(account, dossier.sellerOf(account));
    }

    /** The invoice after its first {@code count} facts. */
    static Paper of(Dossier dossier, InvoiceId id, int count) {
        return new InvoicePaper(dossier, id, count).paper();
    }

    private Paper paper() {
        Words words = letter.words();
        String kind = rules().kind() == Kind.RECEIPT && isSettled() ? "RECEIPT" : "INVOICE";
        return new Paper(
                letter.heading(kind, issued.number(), "billed.to"),
                letter.customer(),
                facts(),
                band(),
                columns(words),
                rows(),
                sums(),
                notes());
    }

    private List<Entry> facts() {
        Words words = letter.words();
        int netDays = letter.account().profile().netDays();
        boolean byCard = letter.account().profile().paymentTerms() == PaymentTerms.CARD;
        return List.of(
                letter.fact("issued", words.date(issued.effectiveOn())),
                letter.fact("due", words.date(issued.dueOn())),
                letter.fact(
                        "terms",
                        byCard ? words.get("terms.card") : words.get("terms.invoice", netDays)),
                letter.currency());
    }

    private Band band() {
        Words words = letter.words();
        InvoiceStatus status = invoice.status();
        boolean open = status == InvoiceStatus.OPEN;
        return new Band(
                open ? words.get("left.due", words.date(issued.dueOn())) : words.get("total"),
                words.money(open ? invoice.outstanding() : invoice.total()),
                words.get("status." + status),
                String.valueOf(TONE.get(status)));
    }

    private static List<Column> columns(Words words) {
        return List.of(
                new Column(words.get("column.description"), "first", "33%"),
                new Column(words.get("column.period"), "first", "26%"),
                new Column(words.get("column.quantity"), "amount", "9%"),
                new Column(words.get("column.unit.price"), "amount", "12%"),
                new Column(words.get("column.tax.rate"), "amount", "7%"),
                new Column(words.get("column.net"), "amount", "13%"));
    }

    private List<Row> rows() {
        return new InvoiceRows(
                        letter,
                        issued.pricedBy().catalogVersion(),
                        reference -> dossier.issued(reference).number())
                .of(issued.lines());
    }

    private List<Sum> sums() {
        Words words = letter.words();
        List<Taxed> taxed =
                issued.lines().stream()
                        .map(line -> line.amount())
                        .map(amount -> new Taxed(amount.taxRate(), amount.net(), amount.tax()))
                        .toList();
        List<Sum> sums = new ArrayList<>(letter.sums(taxed));
        sums.addAll(new SettlementRows(letter, dossier).of(facts));
        sums.add(Sum.last(words.get("left"), words.money(invoice.outstanding())));
        return sums;
    }

    private List<String> notes() {
        Words words = letter.words();
        List<String> notes = new ArrayList<>();
        if (issued.taxMention() != null) {
            notes.add(words.get("mention." + issued.taxMention()));
        }
        if (invoice.status() == InvoiceStatus.VOID) {
            notes.add(words.get("note.void"));
        }
        if (invoice.status() == InvoiceStatus.WRITTEN_OFF) {
            notes.add(words.get("note.written.off", words.money(invoice.writtenOff())));
        }
        Letterhead head = letter.seller().head();
        String number = issued.number();
        if (invoice.status() == InvoiceStatus.OPEN) {
            if (letter.account().profile().paymentTerms() == PaymentTerms.ON_INVOICE
                    && head.bank() != null) {
                notes.add(
                        words.get(
                                "note.transfer",
                                head.legalName(),
                                head.bank(),
                                number,
                                letter.account().number()));
            }
            if (rules().expressPayment()) {
                notes.add(words.get("note.express", letter.account().number(), number));
            }
        }
        InvoiceEvent last = facts.getLast();
        if (facts.size() > dossier.countAtIssue(issued.invoiceId())) {
            notes.add(
                    words.get(
                            "note.standing",
                            words.date(last.effectiveOn()),
                            words.date(issued.effectiveOn())));
        }
        notes.add(letter.questions());
        return notes;
    }

    private DocumentRules rules() {
        return letter.seller().rulesOf(issued.pricedBy().policyVersion(), issued.effectiveOn());
    }

    private boolean isSettled() {
        return invoice.status() == InvoiceStatus.PAID;
    }
}
