package dev.mastro.command.ordering;

import dev.mastro.command.catalog.DocumentPolicy.VatNumberPrompt;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.tax.TaxTreatment;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.TaxMention;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** What a customer should know of a quote beside its figures, as codes. */
final class QuoteNotes {

    private QuoteNotes() {}

    static List<String> of(Draft draft, Circumstances circumstances) {
        List<LedgerEvent> events = draft.events();
        return Stream.of(
                        note("AT_PERIOD_END", any(events, ChangeScheduled.class)),
                        note("PENDING_CHANGE_WITHDRAWN", any(events, PendingChangeWithdrawn.class)),
                        note(
                                "ADD_ON_CONFLICT",
                                !Holdings.conflicts(draft.book(), circumstances.catalog())
                                        .isEmpty()),
                        note(
                                "REVERSE_CHARGE",
                                events.stream().anyMatch(QuoteNotes::isReverseCharged)),
                        note("VAT_NUMBER_WANTED", isVatNumberWanted(draft, circumstances)),
                        note("CARD_ENDS_BEFORE_RENEWAL", endsCardBeforeRenewal(draft.book())))
                .flatMap(List::stream)
                .toList();
    }

    /** billing.md R000-13. */
    private static boolean endsCardBeforeRenewal(Book book) {
        YearMonth last = book.account().customer().cardExpires();
        return last != null
                && book.live().stream()
                        .filter(one -> one.renewsAs() != null)
                        .map(one -> one.line().period().end())
                        .anyMatch(renewal -> renewal.isAfter(last.atEndOfMonth()));
    }

    /** billing.md R004-13. */
    private static boolean isVatNumberWanted(Draft draft, Circumstances circumstances) {
        return circumstances.policy().documents().vatNumberPrompt()
                        == VatNumberPrompt.WHEN_PRICE_RISES
                && draft.events().stream().anyMatch(QuoteNotes::raisesPrice)
                && TaxTreatment.wouldHelp(draft.book().account(), circumstances);
    }

    private static boolean raisesPrice(LedgerEvent event) {
        return switch (event) {
            case SubscriptionStarted e -> e.product().recurringPrice().isPositive();
            case LicencesAdjusted e -> rises(e.from(), e.to());
            case ProductChanged e -> rises(e.from(), e.to());
            case CycleSwitched e -> rises(e.from(), e.to());
            default -> false;
        };
    }

    private static boolean rises(SubscribedProduct from, SubscribedProduct to) {
        return to.recurringPrice().isGreaterThan(from.recurringPrice());
    }

    private static boolean isReverseCharged(LedgerEvent event) {
        return event instanceof InvoiceIssued invoice
                && invoice.taxMention() == TaxMention.REVERSE_CHARGE;
    }

    private static boolean any(List<LedgerEvent> events, Class<?> type) {
        return events.stream().anyMatch(type::isInstance);
    }

    private static List<String> note(String code, boolean applies) {
        return applies ? List.of(code) : List.of();
    }
}
