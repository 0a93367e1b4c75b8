package dev.mastro.command.ordering;

import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order makes of one subscription, in totals and as the difference, so that nobody takes
 * the one for the other: {@code "pro: 10 to 12 (+2)"} (billing.md R001-28).
 */
public record SummaryLine(
        SubscriptionId subscription,
        String text,
        int from,
        int to,
        int difference,
        int assigned,
        @Nullable Reminder reminder) {

    /** What is left to do about the users (billing.md R001-22, R001-23, R004-15). */
    public enum Reminder {
        /** Some licences serve nobody yet. */
        ASSIGN_LICENCES,
        /** More users than licences: somebody loses his at the renewal. */
        UNASSIGN_LICENCES
    }

    static List<SummaryLine> of(Draft draft) {
        return draft.events().stream()
                .filter(SubscriptionEvent.class::isInstance)
                .map(SubscriptionEvent.class::cast)
                .flatMap(event -> of(event, draft))
                .toList();
    }

    private static Stream<SummaryLine> of(SubscriptionEvent event, Draft draft) {
        return switch (event) {
            case SubscriptionStarted e ->
                    Stream.of(line(e, draft, e.product().product(), 0, e.product().licences()));
            case LicencesAdjusted e -> Stream.of(line(e, draft, e.from(), e.to()));
            case ProductChanged e -> Stream.of(line(e, draft, e.from(), e.to()));
            case CycleSwitched e -> Stream.of(line(e, draft, e.from(), e.to()));
            case ChangeScheduled e -> Stream.of(line(e, draft, held(e, draft), e.to()));
            case PendingChangeWithdrawn e when isAlone(e, draft) ->
                    Stream.of(line(e, draft, held(e, draft), held(e, draft)));
            default -> Stream.empty();
        };
    }

    private static boolean isAlone(PendingChangeWithdrawn withdrawn, Draft draft) {
        return draft.events().stream()
                .filter(SubscriptionEvent.class::isInstance)
                .map(SubscriptionEvent.class::cast)
                .filter(one -> one.subscriptionId().equals(withdrawn.subscriptionId()))
                .allMatch(PendingChangeWithdrawn.class::isInstance);
    }

    private static SubscribedProduct held(SubscriptionEvent event, Draft draft) {
        return subscription(event, draft).product();
    }

    private static SummaryLine line(
            SubscriptionEvent event, Draft draft, SubscribedProduct from, SubscribedProduct to) {
        String what = from.product();
        if (!from.product().equals(to.product())) {
            what += " to " + to.product();
        }
        if (from.cycle() != to.cycle()) {
            what += ", %s to %s".formatted(words(from), words(to));
        }
        return line(event, draft, what, from.licences(), to.licences());
    }

    private static SummaryLine line(
            SubscriptionEvent event, Draft draft, String what, int from, int to) {
        String text = "%s: %d to %d (%+d)".formatted(what, from, to, to - from);
        int assigned = subscription(event, draft).assigned().size();
        return new SummaryLine(
                event.subscriptionId(),
                text,
                from,
                to,
                to - from,
                assigned,
                reminder(assigned, to));
    }

    private static @Nullable Reminder reminder(int assigned, int to) {
        if (assigned == to) {
            return null;
        }
        return assigned < to ? Reminder.ASSIGN_LICENCES : Reminder.UNASSIGN_LICENCES;
    }

    private static SubscriptionState subscription(SubscriptionEvent event, Draft draft) {
        return draft.book().find(event.subscriptionId()).orElseThrow();
    }

    private static String words(SubscribedProduct product) {
        return product.cycle().name().toLowerCase(Locale.ROOT);
    }
}
