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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        Map<String, String> numbers = take(provisional);
        Draft numbered = new Draft(before);
        for (LedgerEvent event : draft.events()) {
            numbered.add(numbered(event, numbers, provisional));
        }
        return numbered;
    }

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

    private Map<String, String> take(Map<String, Series> provisional) {
        SortedMap<Series, List<String>> documents = new TreeMap<>();
        provisional.forEach(
                (number, one) -> documents.merge(one, List.of(number), SellerNumbers::both));
        Map<String, String> numbers = new HashMap<>();
        documents.forEach((one, waiting) -> {
            long first = series.take(one, waiting.size());
            for (int i = 0; i < waiting.size(); i++) {
                numbers.put(waiting.get(i), one.number(first + i));
            }
        });
        return numbers;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static LedgerEvent numbered(
            LedgerEvent event, Map<String, String> numbers, Map<String, Series> series) {
        return switch (event) {
            case InvoiceNumberAssigned e when numbers.containsKey(e.number()) ->
                    new InvoiceNumberAssigned(
                            e.accountId(),
                            e.invoiceId(),
                            numbers.get(e.number()),
                            e.total(),
                            e.dueOn(),
                            e.effectiveOn(),
                            series.get(e.number()).name());
            case InvoiceIssued e when numbers.containsKey(e.number()) ->
                    new InvoiceIssued(
                            e.invoiceId(),
                            e.accountId(),
                            numbers.get(e.number()),
                            e.lines(),
                            e.net(),
                            e.tax(),
                            e.dueOn(),
                            e.pricedBy(),
                            e.effectiveOn(),
                            e.taxMention());
            case CreditNoteNumberAssigned e when numbers.containsKey(e.number()) ->
                    new CreditNoteNumberAssigned(
                            e.accountId(),
                            e.creditNoteId(),
                            numbers.get(e.number()),
                            e.invoiceId(),
                            e.cancelled(),
                            e.effectiveOn(),
                            series.get(e.number()).name());
            case CreditNoteIssued e when numbers.containsKey(e.number()) ->
                    new CreditNoteIssued(
                            e.invoiceId(),
                            e.accountId(),
                            e.creditNoteId(),
                            numbers.get(e.number()),
                            e.lines(),
                            e.cancelled(),
                            e.granted(),
                            e.grantId(),
                            e.reason(),
                            e.effectiveOn());
            default -> event;
        };
    }
}
