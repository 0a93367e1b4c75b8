package dev.mastro.query.journal;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.books.BooksEvent;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.document.DocumentSealed;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.UsageRecorded;
import java.util.List;

/**
 * Which postings each fact causes (billing.md 5.2). A fact without postings says so with an empty
 * list; a new fact does not compile before it is decided here. Revenue is no fact but the passing
 * of days (P10): see {@link RevenueLine}.
 */
final class PostingRules {

    private PostingRules() {}

    static List<Posting> postingsFor(LedgerEvent event) {
        return switch (event) {
            case AccountEvent e -> AccountPostings.of(e);
            case SubscriptionEvent e -> postingsFor(e);
            case InvoiceEvent e -> InvoicePostings.of(e);
            case DocumentEvent e -> postingsFor(e);
            case BooksEvent _ -> List.of();
            default -> throw new IllegalArgumentException("of no family: " + event);
        };
    }

    /** Quantities and terms move no money; the documents they cause do (P2, P16, P31). */
    private static List<Posting> postingsFor(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted _,
                    LicencesAdjusted _,
                    ProductChanged _,
                    CycleSwitched _,
                    SubscriptionRenewed _,
                    ChangeScheduled _,
                    PendingChangeWithdrawn _,
                    CancellationRequested _,
                    SubscriptionReactivated _,
                    SubscriptionEnded _,
                    LicenceAssigned _,
                    LicenceUnassigned _,
                    UsageRecorded _,
                    LineReduced _ ->
                    List.of();
        };
    }

    private static List<Posting> postingsFor(DocumentEvent event) {
        return switch (event) {
            case DocumentSealed _ -> List.of();
        };
    }
}
