package dev.mastro.command.ledger;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.catalog.OrderChannel;
import dev.mastro.command.catalog.SellerPolicy;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.WrittenOffDebt;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What many decisions ask of the account and the actor first. */
public final class AccountRules {

    private AccountRules() {}

    /** Refuses actors without the right to bill (billing.md R000-04, R004-01). */
    public static void requireActorMayBill(Circumstances circumstances) {
        requireActorMay(ActorRight.BILL, circumstances);
    }

    /** Refuses actors whose role, claimed or given by the account, lacks the right. */
    public static void requireActorMay(ActorRight right, Circumstances circumstances) {
        if (!circumstances.actorMay(right)) {
            throw notAllowed(right, circumstances);
        }
    }

    private static RuleViolation notAllowed(ActorRight right, Circumstances circumstances) {
        Set<ActorRole> who = circumstances.policy().access().actors().getOrDefault(right, Set.of());
        boolean customers = who.stream().anyMatch(role -> !role.ofSeller());
        return Rejection.NOT_ALLOWED.because(
                "This role has no right to do this.",
                Map.of(
                        "role", words(circumstances.actor().roles().getLast()),
                        "right", right.name(),
                        "roles", who.stream().map(AccountRules::words).toList()),
                customers
                        ? "Ask somebody with one of these roles."
                        : circumstances
                                .seller()
                                .contactFor(OrderChannel.SUPPORT)
                                .map(contact -> "Contact " + contact + ".")
                                .orElse("Contact support."));
    }

    private static String words(ActorRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses to accept terms that are not those in force on the day (billing.md R000-14). Where
     * the seller asks for none there is nothing to compare with.
     */
    public static void requireTermsInForce(String version, SellerPolicy policy) {
        Optional<String> inForce = policy.access().terms().version();
        if (inForce.isPresent() && !inForce.get().equals(version)) {
            throw Rejection.TERMS_VERSION_UNKNOWN.because(
                    "These are not the terms in force.",
                    Map.of("version", inForce.get()),
                    "Read version " + inForce.get() + " and accept it.");
        }
    }

    /** Refuses accounts that are closed. */
    public static void requireOpen(AccountState account) {
        if (account.standing() == AccountStanding.CLOSED) {
            throw Rejection.ACCOUNT_CLOSED.because("The account is closed.");
        }
    }

    /** Refuses the customer's own people where others manage the account (R001-06, R004-07). */
    public static void requireOwnChannel(AccountState account, Circumstances circumstances) {
        Channel channel = account.profile().channel();
        if (channel == Channel.SELF_SERVICE
                || circumstances.actorMay(ActorRight.MANAGED_ACCOUNTS)) {
            return;
        }
        throw channel == Channel.SALES_MANAGED
                ? managed(Rejection.SALES_MANAGED, OrderChannel.SALES, circumstances)
                : managed(Rejection.CORPORATE_CHANNEL, OrderChannel.CORPORATE, circumstances);
    }

    /** Refuses an actor who is below the channel that a change or a product asks for. */
    public static void requireChannel(OrderChannel channel, Circumstances circumstances) {
        switch (channel) {
            case SELF_SERVICE -> {}
            case SUPPORT ->
                    requireRight(
                            ActorRight.SUPPORT_CHANNEL,
                            Rejection.CONTACT_SUPPORT,
                            channel,
                            circumstances);
            case SALES ->
                    requireRight(
                            ActorRight.SALES_CHANNEL,
                            Rejection.CONTACT_SALES,
                            channel,
                            circumstances);
            case CORPORATE ->
                    requireRight(
                            ActorRight.CORPORATE_CHANNEL,
                            Rejection.CORPORATE_CHANNEL,
                            channel,
                            circumstances);
        }
    }

    private static void requireRight(
            ActorRight right,
            Rejection rejection,
            OrderChannel channel,
            Circumstances circumstances) {
        if (!circumstances.actorMay(right)) {
            throw managed(rejection, channel, circumstances);
        }
    }

    /**
     * Refuses while a period is over and its renewal is not run, so that nothing overtakes what was
     * due first. What does not renew has nothing to wait for.
     */
    public static void requireNoRenewalDue(SubscriptionState subscription, LocalDate today) {
        boolean over = !subscription.line().period().end().isAfter(today);
        if (over && subscription.product().cycle().renews()) {
            throw Rejection.RENEWAL_DUE.because(
                    "A period of this account is over and its renewal is not run yet.",
                    Map.of("subscription", subscription.id().toString()),
                    "Try again in a moment.");
        }
    }

    /** The refusal that tells whom to turn to instead. */
    public static RuleViolation managed(
            Rejection rejection, OrderChannel channel, Circumstances circumstances) {
        String turnTo = circumstances.seller().contactFor(channel).orElse(channel.name());
        return rejection.because(
                "This is not done in self-service.",
                Map.of("channel", channel.name(), "contact", turnTo),
                "Contact " + turnTo + ".");
    }

    /** Refuses while the provider has not decided about a payment (billing.md CB-1). */
    public static void requireNoDispute(AccountState account) {
        List<String> references =
                account.receivables().disputes().stream().map(DisputeOpened::reference).toList();
        if (!references.isEmpty()) {
            throw Rejection.PAYMENT_DISPUTED.because(
                    "A payment is disputed; no money goes back before that is decided.",
                    Map.of("payments", references),
                    "Wait for the outcome of the dispute.");
        }
    }

    /** The refusal that names debts and what they ask for (billing.md R001-05). */
    public static RuleViolation outstanding(List<Receivable> open, List<WrittenOffDebt> lost) {
        return Rejection.OUTSTANDING_INVOICES.because(
                "Outstanding invoices must be paid first.",
                Map.of(
                        "invoices",
                        Stream.concat(
                                        open.stream().map(AccountRules::facts),
                                        lost.stream().map(AccountRules::facts))
                                .toList()),
                "Pay the invoices listed; the invoice history shows them.");
    }

    private static Map<String, Object> facts(Receivable open) {
        return Map.of(
                "number", open.number(),
                "id", open.invoiceId().toString(),
                "outstanding", open.outstanding());
    }

    private static Map<String, Object> facts(WrittenOffDebt debt) {
        return Map.of(
                "number", debt.number(),
                "id", debt.invoiceId().toString(),
                "outstanding", debt.outstanding());
    }
}
