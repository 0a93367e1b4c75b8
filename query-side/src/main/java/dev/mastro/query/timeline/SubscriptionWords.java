package dev.mastro.query.timeline;

import static dev.mastro.query.timeline.Phrases.cycle;
import static dev.mastro.query.timeline.Phrases.licences;
import static dev.mastro.query.timeline.Phrases.money;
import static dev.mastro.query.timeline.Phrases.priced;
import static dev.mastro.query.timeline.Phrases.remark;

import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.ChangeScheduled;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.LicenceAssigned;
import dev.mastro.shared.subscription.LicenceUnassigned;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionReactivated;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.UsageRecorded;

/** The sentences of subscriptions. */
final class SubscriptionWords {

    private final Names names;

    SubscriptionWords(Names names) {
        this.names = names;
    }

    Sentence sentenceFor(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted e -> started(e);
            case LicencesAdjusted e ->
                    changed(
                            "%s: %s".formatted(e.to().product(), licences(e.from(), e.to())),
                            e.closed(),
                            e.opened());
            case ProductChanged e -> changed(productChange(e), e.closed(), e.opened());
            case CycleSwitched e -> changed(cycleSwitch(e), e.closed(), e.opened());
            case SubscriptionRenewed e -> renewed(e);
            case ChangeScheduled e ->
                    Sentence.of("From %s on: %s".formatted(e.takesEffectOn(), priced(e.to())));
            case PendingChangeWithdrawn e ->
                    Sentence.of("Scheduled change of " + product(e) + " withdrawn");
            case CancellationRequested e ->
                    Sentence.of(
                            "%s cancelled, in use until %s%s"
                                    .formatted(product(e), e.endsOn(), remark(e.reason())));
            case SubscriptionReactivated e ->
                    Sentence.of(product(e) + " reactivated, it renews again");
            case SubscriptionEnded e -> ended(e);
            case LicenceAssigned e ->
                    Sentence.of("Licence of %s assigned to %s".formatted(product(e), e.user()));
            case LicenceUnassigned e ->
                    Sentence.of("Licence of %s taken from %s".formatted(product(e), e.user()));
            case UsageRecorded e -> Sentence.of(product(e) + " was used at " + e.usedAt());
            case LineReduced e -> reduced(e);
        };
    }

    private String product(SubscriptionEvent event) {
        return names.of(event.subscriptionId());
    }

    private static Sentence started(SubscriptionStarted event) {
        String text = "Subscription started: " + priced(event.product());
        String end = event.expiresAt() == null ? "" : ", until " + event.expiresAt();
        return Sentence.of(text + end).with("net", event.opened().net());
    }

    private static String productChange(ProductChanged event) {
        return "Product changed from %s to %s, %s"
                .formatted(
                        event.from().product(),
                        event.to().product(),
                        licences(event.from(), event.to()));
    }

    private static String cycleSwitch(CycleSwitched event) {
        return "%s switched from %s to %s, %s"
                .formatted(
                        event.to().product(),
                        cycle(event.from().cycle()),
                        cycle(event.to().cycle()),
                        licences(event.from(), event.to()));
    }

    private static Sentence changed(String text, ClosedLine closed, ActiveLine opened) {
        return Sentence.of(text).with("givenBack", closed.remainingNet()).with("net", opened.net());
    }

    private static Sentence renewed(SubscriptionRenewed event) {
        SubscribedProduct product = event.product();
        ActiveLine opened = event.opened();
        String text =
                "%s renewed: %s from %s to %s for %s"
                        .formatted(
                                product.product(),
                                licences(product, product),
                                opened.period().start(),
                                opened.period().end(),
                                money(opened.net()));
        return Sentence.of(text).with("net", opened.net());
    }

    private Sentence ended(SubscriptionEnded event) {
        Sentence sentence = Sentence.of(product(event) + " ended: " + why(event.cause()));
        ClosedLine closed = event.closed();
        return closed == null ? sentence : sentence.with("givenBack", closed.remainingNet());
    }

    private Sentence reduced(LineReduced event) {
        String text =
                "%s costs %s less: a payment was refunded"
                        .formatted(product(event), money(event.net()));
        return Sentence.of(text).with("givenBack", event.net());
    }

    private static String why(EndCause cause) {
        return switch (cause) {
            case END_OF_TERM -> "its term is over";
            case NON_PAYMENT -> "not paid";
            case EXPIRED -> "its month is over";
            case BASE_ENDED -> "the plan it needs has ended";
            case REFUNDED -> "not used and refunded";
            case CLOSED -> "the account was closed";
        };
    }
}
