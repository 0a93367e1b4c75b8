package dev.mastro.query.paper;

import dev.mastro.query.seller.Seller;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.PaymentMissed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts of one account, from which its documents are printed. */
public final class Dossier {

    private final List<Told<AccountEvent>> facts;
    private final Function<InvoiceId, List<Told<InvoiceEvent>>> invoices;
    private final Map<InvoiceId, List<Told<InvoiceEvent>>> read = new HashMap<>();
    private final Function<String, Seller> sellers;

    Dossier(
            List<Told<AccountEvent>> facts,
            Function<InvoiceId, List<Told<InvoiceEvent>>> invoices,
            Function<String, Seller> sellers) {
        this.facts = facts;
        this.invoices = invoices;
        this.sellers = sellers;
    }

    /** The account as it stands. */
    public AccountState account() {
        return accountAt(_ -> false);
    }

    /** The facts of the account itself. */
    public List<Told<AccountEvent>> facts() {
        return facts;
    }

    /** The account as it stood after the fact; documents keep the details of their day. */
    public AccountState accountAt(Predicate<AccountEvent> last) {
        AccountState state = null;
        for (Told<AccountEvent> told : facts) {
            AccountEvent fact = told.event();
            if (fact instanceof AccountOpened opened) {
                state = AccountState.opened(opened);
            } else if (state != null) {
                state = state.after(fact);
            }
            if (last.test(fact)) {
                break;
            }
        }
        if (state == null) {
            throw new IllegalStateException("an account without its opening");
        }
        return state;
    }

    /** Who sells to the account. */
    public Seller sellerOf(AccountState account) {
        return sellers.apply(account.profile().seller());
    }

    /** All facts of an invoice, its issue first. */
    public List<Told<InvoiceEvent>> invoice(InvoiceId id) {
        return read.computeIfAbsent(id, invoices);
    }

    /** The issue of an invoice. */
    public InvoiceIssued issued(InvoiceId id) {
        if (invoice(id).getFirst().event() instanceof InvoiceIssued issued) {
            return issued;
        }
        throw new IllegalStateException("an invoice without its issue: " + id);
    }

    /** The invoice after its first {@code count} facts. */
    public InvoiceState invoiceAfter(InvoiceId id, int count) {
        InvoiceState state = InvoiceState.issued(issued(id));
        for (Told<InvoiceEvent> fact : invoice(id).subList(1, count)) {
            state = state.after(fact.event());
        }
        return state;
    }

    /** How many facts came with the issue: those of the same command that follow it. */
    public int countAtIssue(InvoiceId id) {
        List<Told<InvoiceEvent>> all = invoice(id);
        int count = 1;
        while (count < all.size() && all.get(count).cameWith(all.getFirst())) {
            count++;
        }
        return count;
    }

    /** How many facts there are, without the last ones that a document does not show. */
    public int countNow(InvoiceId id) {
        List<Told<InvoiceEvent>> all = invoice(id);
        int count = all.size();
        while (count > countAtIssue(id) && all.get(count - 1).event() instanceof PaymentMissed) {
            count--;
        }
        return count;
    }

    /** The invoice after the fact that is looked for. */
    InvoiceState invoiceAfter(InvoiceId id, Predicate<InvoiceEvent> last) {
        List<Told<InvoiceEvent>> all = invoice(id);
        int count = 1;
        while (count < all.size() && !last.test(all.get(count - 1).event())) {
            count++;
        }
        return invoiceAfter(id, count);
    }

    /** A credit note of an invoice. */
    public CreditNoteIssued creditNote(InvoiceId invoice, CreditNoteId id) {
        return invoice(invoice).stream()
                .map(Told::event)
                .filter(CreditNoteIssued.class::isInstance)
                .map(CreditNoteIssued.class::cast)
                .filter(note -> note.creditNoteId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The payment with this reference. */
    public Optional<PaymentReceived> payment(String reference) {
        return facts.stream()
                .map(Told::event)
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .filter(payment -> payment.reference().equals(reference))
                .findFirst();
    }
}
