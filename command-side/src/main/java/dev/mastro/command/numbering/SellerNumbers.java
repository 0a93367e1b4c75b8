package dev.mastro.command.numbering;

import dev.mastro.command.catalog.DocumentPolicy;
import dev.mastro.command.catalog.DocumentPolicy.Numbering;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.DocumentNumbers;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces the provisional numbers of a draft by those of the seller's series, where the policy of
 * the document's date says that the seller has one. Nothing is taken for what is only shown.
 */
@Component
class SellerNumbers implements DocumentNumbers {

    private final NumberSeries series;

    SellerNumbers(NumberSeries series) {
        this.series = series;
    }

    @Override
    public Draft assign(Book before, Draft draft, Circumstances circumstances) {
        Map<String, Series> provisional = new LinkedHashMap<>();
        draft.events().forEach(event -> enter(provisional, event, circumstances.seller()));
        if (provisional.isEmpty()) {
            return draft;
        }
        Map<String, Taken> numbers = take(provisional);
        Draft numbered = new Draft(before);
        draft.events().forEach(event -> numbered.add(numbered(event, numbers)));
        return numbered;
    }

    private record Taken(String number, String series) {}

    private static void enter(Map<String, Series> provisional, LedgerEvent event, Seller seller) {
        DocumentPolicy policy = seller.policyOn(event.effectiveOn()).documents();
        if (policy.numbering() == Numbering.PER_ACCOUNT) {
            return;
        }
        if (event instanceof InvoiceNumberAssigned e) {
            provisional.put(e.number(), Series.of(seller, policy.invoicePrefix(), e.effectiveOn()));
        } else if (event instanceof CreditNoteNumberAssigned e) {
            provisional.put(
                    e.number(), Series.of(seller, policy.creditNotePrefix(), e.effectiveOn()));
        }
    }

    private Map<String, Taken> take(Map<String, Series> provisional) {
        SortedMap<Series, List<String>> documents = new TreeMap<>();
        provisional.forEach((number, one) ->
                documents.computeIfAbsent(one, _ -> new ArrayList<>()).add(number));
        Map<String, Taken> numbers = new HashMap<>();
        documents.forEach((one, waiting) -> {
            long first = series.take(one, waiting.size());
            for (int i = 0; i < waiting.size(); i++) {
                numbers.put(waiting.get(i), new Taken(one.number(first + i), one.name()));
            }
        });
        return numbers;
    }

    private static LedgerEvent numbered(LedgerEvent event, Map<String, Taken> numbers) {
        return switch (event) {
            case InvoiceNumberAssigned e -> numbered(e, numbers.get(e.number()));
            case InvoiceIssued e -> numbered(e, numbers.get(e.number()));
            case CreditNoteNumberAssigned e -> numbered(e, numbers.get(e.number()));
            case CreditNoteIssued e -> numbered(e, numbers.get(e.number()));
            default -> event;
        };
    }

    private static LedgerEvent numbered(InvoiceNumberAssigned event, @Nullable Taken taken) {
        return taken == null
                ? event
                : new InvoiceNumberAssigned(
                        event.accountId(),
                        event.invoiceId(),
                        taken.number(),
                        event.total(),
                        event.dueOn(),
                        event.effectiveOn(),
                        taken.series());
    }

    private static LedgerEvent numbered(InvoiceIssued event, @Nullable Taken taken) {
        return taken == null
                ? event
                : new InvoiceIssued(
                        event.invoiceId(),
                        event.accountId(),
                        taken.number(),
                        event.lines(),
                        event.net(),
                        event.tax(),
                        event.dueOn(),
                        event.pricedBy(),
                        event.effectiveOn(),
                        event.taxMention());
    }

    private static LedgerEvent numbered(CreditNoteNumberAssigned event, @Nullable Taken taken) {
        return taken == null
                ? event
                : new CreditNoteNumberAssigned(
                        event.accountId(),
                        event.creditNoteId(),
                        taken.number(),
                        event.invoiceId(),
                        event.cancelled(),
                        event.effectiveOn(),
                        taken.series());
    }

    private static LedgerEvent numbered(CreditNoteIssued event, @Nullable Taken taken) {
        return taken == null
                ? event
                : new CreditNoteIssued(
                        event.invoiceId(),
                        event.accountId(),
                        event.creditNoteId(),
                        taken.number(),
                        event.lines(),
                        event.cancelled(),
                        event.grants(),
                        event.reason(),
                        event.effectiveOn());
    }
}
