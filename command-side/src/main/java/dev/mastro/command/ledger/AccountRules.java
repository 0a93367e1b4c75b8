package dev.mastro.command.ledger;

import dev.mastro.command.catalog.OrderChannel;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What many decisions ask of the account and the actor first. */
public final class AccountRules {

    private AccountRules() {}

    /** Refuses actors without the right to bill (billing.md R000-04, R004-01). */
    public static void requireActorMayBill(Circumstances circumstances) {
        Actor actor = circumstances.actor();
        if (!circumstances.policy().access().mayBill(actor.role())) {
            throw Rejection.NOT_ALLOWED.because(
                    "This role has no right to bill.",
                    Map.of("role", actor.role().name().toLowerCase(Locale.ROOT)),
                    "Ask an owner, an admin or the billing contact.");
        }
    }

    /** Refuses everybody but the seller's own people. */
    public static void requireActorOfSeller(Circumstances circumstances) {
        if (!circumstances.actor().role().ofSeller()) {
            throw Rejection.NOT_ALLOWED.because(
                    "Only support or finance may do this.", Map.of(), "Contact support.");
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
        if (circumstances.actor().role().ofSeller() || channel == Channel.SELF_SERVICE) {
            return;
        }
        throw channel == Channel.SALES_MANAGED
                ? managed(Rejection.SALES_MANAGED, OrderChannel.SALES, circumstances)
                : managed(Rejection.CORPORATE_CHANNEL, OrderChannel.CORPORATE, circumstances);
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

    /** The refusal that names open invoices and what they ask for (billing.md R001-05). */
    public static RuleViolation outstanding(List<Receivable> open) {
        return Rejection.OUTSTANDING_INVOICES.because(
                "Outstanding invoices must be paid first.",
                Map.of("invoices", open.stream().map(AccountRules::facts).toList()),
                "Pay the invoices listed; the invoice history shows them.");
    }

    private static Map<String, Object> facts(Receivable open) {
        return Map.of(
                "number", open.number(),
                "id", open.invoiceId().toString(),
                "outstanding", open.outstanding());
    }
}
