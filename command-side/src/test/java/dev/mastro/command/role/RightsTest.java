package dev.mastro.command.role;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditDecisions;
import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtDecisions;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeDecisions;
import dev.mastro.command.dunning.DunningDecisions;
import dev.mastro.command.dunning.EndForNonPayment;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Changes;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Decision;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ordering.OrderDecision;
import dev.mastro.command.ordering.PreviewOrder;
import dev.mastro.command.refund.RefundPayment;
import dev.mastro.command.refund.RefundPaymentDecision;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionDecisions;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.RefundId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each right is for the roles that the policy names and for no other (billing.md R000-04). */
class RightsTest {

    private static final AccountId ID = BookFixture.ACCOUNT;
    private static final UUID NEW = new UUID(7, 7);

    @ParameterizedTest
    @EnumSource
    void a_right_lets_those_act_whom_the_policy_names(ActorRight right) {
        for (ActorRole role : ActorRole.values()) {
            BookFixture account = account(right);
            AccessPolicy access = account.circumstances().policy().access();
            boolean expected = access.may(right, role) && maySpend(right, role, access);

            account.by(role);
            Decision decision = account.decide((book, at) -> using(right, book, at));

            assertThat(decision instanceof Decision.Accepted)
                    .as("%s as %s: %s", right, role, decision)
                    .isEqualTo(expected);
        }
    }

    /** Whoever orders through a channel, or for an account of others, must be allowed to bill. */
    private static boolean maySpend(ActorRight right, ActorRole role, AccessPolicy access) {
        return switch (right) {
            case MANAGED_ACCOUNTS, SUPPORT_CHANNEL, SALES_CHANNEL, CORPORATE_CHANNEL ->
                    access.may(ActorRight.BILL, role);
            default -> true;
        };
    }

    private static BookFixture account(ActorRight right) {
        BookFixture account =
                switch (right) {
                    case SUPPORT_CHANNEL, CORPORATE_CHANNEL -> BookFixture.goTo();
                    case DOWNGRADE, GIVE_UP_DEBTS -> BookFixture.zoomOnInvoice();
                    case MANAGED_ACCOUNTS -> managed();
                    default -> BookFixture.zoom();
                };
        if (right == ActorRight.MANAGED_ACCOUNTS) {
            account.by(ActorRole.SALES);
        }
        account.on("2025-04-10").start("business", MONTHLY, 10);
        if (right == ActorRight.GIVE_UP_DEBTS) {
            account.on("2025-04-10").cancel();
            account.on("2025-05-10").periodEnd();
        }
        return account;
    }

    private static BookFixture managed() {
        AccountProfile profile = BookFixture.profile("zoom", "US", "USD", "America/New_York");
        return new BookFixture(
                BookFixture.seller("zoom"),
                new AccountProfile(
                        profile.seller(),
                        profile.country(),
                        profile.currency(),
                        profile.timeZone(),
                        profile.locale(),
                        profile.paymentTerms(),
                        profile.netDays(),
                        Channel.SALES_MANAGED));
    }

    private static Draft using(ActorRight right, Book book, Circumstances at) {
        return switch (right) {
            case BILL ->
                    SubscriptionDecisions.decide(
                            new RequestCancellation(ID, held(book).id(), "OTHER"), book, at);
            case ASSIGN_LICENCES ->
                    SubscriptionDecisions.decide(
                            new AssignLicence(ID, held(book).id(), "grace"), book, at);
            case GIVE_ROLES ->
                    RoleDecisions.give(new GiveRole(ID, "grace", AccountRole.MEMBER), book, at);
            case GIVE_CREDIT -> CreditDecisions.decide(goodwill(book), book, at);
            case REFUND_PAYMENTS -> RefundPaymentDecision.decide(refund(book), book, at);
            case RECORD_DISPUTES ->
                    DisputeDecisions.decide(new OpenDispute(ID, payment(book), null), book, at);
            case GIVE_UP_DEBTS -> DebtDecisions.decide(voiding(book), book, at);
            case DOWNGRADE -> DunningDecisions.end(new EndForNonPayment(ID, null), book, at);
            case RECORD_EARLIER -> {
                AccountRules.requireActorMay(right, at);
                yield new Draft(book);
            }
            case MANAGED_ACCOUNTS -> preview(Changes.total(held(book), 12), book, at);
            case SUPPORT_CHANNEL -> preview(Changes.product(held(book), "pro", 10), book, at);
            case SALES_CHANNEL -> preview(Changes.product(held(book), "enterprise", 100), book, at);
            case CORPORATE_CHANNEL ->
                    preview(Changes.product(held(book), "corporate", 100), book, at);
        };
    }

    private static Draft preview(OrderChange change, Book book, Circumstances at) {
        var _ = OrderDecision.preview(new PreviewOrder(ID, List.of(change), null, null), book, at);
        return new Draft(book);
    }

    private static GrantGoodwill goodwill(Book book) {
        return new GrantGoodwill(
                ID,
                new GrantId(NEW),
                book.payment(payment(book)).orElseThrow().left(),
                "SORRY",
                false,
                null);
    }

    private static RefundPayment refund(Book book) {
        return new RefundPayment(
                ID,
                payment(book),
                new RefundId(NEW),
                book.payment(payment(book)).orElseThrow().left(),
                "x");
    }

    private static VoidInvoice voiding(Book book) {
        return new VoidInvoice(ID, book.invoices().keySet().iterator().next(), "x");
    }

    private static String payment(Book book) {
        return book.payments().keySet().iterator().next();
    }

    private static SubscriptionState held(Book book) {
        return book.live().getFirst();
    }
}
