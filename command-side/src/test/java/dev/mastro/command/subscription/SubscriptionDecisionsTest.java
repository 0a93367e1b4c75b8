package dev.mastro.command.subscription;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static dev.mastro.shared.calendar.BillingCycle.ONE_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionCommands.UnassignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.WithdrawPendingChange;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.PendingChangeWithdrawn;
import dev.mastro.shared.subscription.SubscriptionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionDecisionsTest {

    private static final AccountId ACCOUNT = BookFixture.ACCOUNT;

    private final BookFixture account = BookFixture.zoom();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_cancellation_needs_a_reason(@Nullable String reason) {
        SubscriptionId pro = pro();

        assertThat(
                        account.on("2025-04-20")
                                .refuse(new RequestCancellation(ACCOUNT, pro, reason))
                                .rejection())
                .isEqualTo(Rejection.REASON_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_EXPENSIVE, TOO_EXPENSIVE",
        "too expensive, TOO_EXPENSIVE",
        "my boss Jane told me so, OTHER"
    })
    void a_reason_is_kept_as_a_code(String reason, String code) {
        SubscriptionId pro = pro();

        var step =
                account.on("2025-04-20")
                        .subscription(new RequestCancellation(ACCOUNT, pro, reason));

        assertThat(step.only(CancellationRequested.class).reason()).isEqualTo(code);
        assertThat(step.only(CancellationRequested.class).endsOn()).isEqualTo("2025-05-10");
    }

    @Test
    void a_seller_that_asks_for_no_reason_takes_none() {
        BookFixture goTo = BookFixture.goTo();
        goTo.on("2025-04-10").start("pro", MONTHLY, 5);

        var step =
                goTo.on("2025-04-20")
                        .subscription(
                                new RequestCancellation(ACCOUNT, goTo.subscription().id(), null));

        assertThat(step.only(CancellationRequested.class).endsOn()).isEqualTo("2025-05-10");
    }

    @Test
    void a_cancellation_names_the_terms_that_hold_its_policy() {
        SubscriptionId pro = pro();

        var step =
                account.on("2025-04-20")
                        .subscription(new RequestCancellation(ACCOUNT, pro, "NOT_USED"));

        assertThat(step.only(CancellationRequested.class).terms()).isEqualTo("2015-01");
    }

    @Test
    void a_cancellation_drops_what_was_scheduled_and_a_return_does_not_bring_it_back() {
        SubscriptionId pro = pro();
        account.on("2025-04-15").total(10);

        var step = account.on("2025-04-20").cancel();
        account.on("2025-04-21").reactivate();

        assertThat(step.all(PendingChangeWithdrawn.class)).hasSize(1);
        assertThat(account.subscription().id()).isEqualTo(pro);
        assertThat(account.on("2025-05-10").periodEnd().due()).isEqualTo("191.88");
    }

    @Test
    void what_ends_by_itself_is_not_cancelled() {
        account.on("2025-04-10").start("webinar-500-once", ONE_MONTH, 1);
        SubscriptionId once = account.subscription().id();

        assertThat(
                        account.on("2025-04-20")
                                .refuse(new RequestCancellation(ACCOUNT, once, "OTHER"))
                                .rejection())
                .isEqualTo(Rejection.NOT_RENEWING);
    }

    @Test
    void a_renewal_that_is_due_comes_before_a_cancellation() {
        SubscriptionId pro = pro();

        assertThat(
                        account.on("2025-05-10")
                                .refuse(new RequestCancellation(ACCOUNT, pro, "OTHER"))
                                .rejection())
                .isEqualTo(Rejection.RENEWAL_DUE);
    }

    @Test
    void a_scheduled_change_is_taken_back_once() {
        SubscriptionId pro = pro();
        account.on("2025-04-15").total(10);

        account.on("2025-04-16").subscription(new WithdrawPendingChange(ACCOUNT, pro));

        assertThat(account.subscription().pending()).isNull();
        assertThat(
                        account.on("2025-04-16")
                                .refuse(new WithdrawPendingChange(ACCOUNT, pro))
                                .rejection())
                .isEqualTo(Rejection.NO_PENDING_CHANGE);
    }

    @Test
    void never_more_users_than_licences() {
        SubscriptionId pro = pro();
        account.on("2025-04-10").assign(12);

        assertThat(
                        account.on("2025-04-20")
                                .refuse(new AssignLicence(ACCOUNT, pro, "one-more"))
                                .rejection())
                .isEqualTo(Rejection.NO_LICENCE_FREE);
        account.on("2025-04-20").subscription(new UnassignLicence(ACCOUNT, pro, "user-1"));
        account.on("2025-04-20").subscription(new AssignLicence(ACCOUNT, pro, "one-more"));
        assertThat(account.subscription().assigned()).hasSize(12).contains("one-more");
    }

    @Test
    void what_is_done_already_is_done_by_nothing() {
        SubscriptionId pro = pro();
        account.on("2025-04-10").assign(1);

        var again =
                account.on("2025-04-10").subscription(new AssignLicence(ACCOUNT, pro, "user-1"));
        var never = account.on("2025-04-10").subscription(new UnassignLicence(ACCOUNT, pro, "x"));

        assertThat(again.events()).isEmpty();
        assertThat(never.events()).isEmpty();
    }

    @Test
    void a_stranger_s_subscription_is_unknown() {
        SubscriptionId unknown = new SubscriptionId(new UUID(0, 1));

        assertThat(
                        account.on("2025-04-20")
                                .refuse(new RequestCancellation(ACCOUNT, unknown, "OTHER"))
                                .rejection())
                .isEqualTo(Rejection.SUBSCRIPTION_UNKNOWN);
    }

    @Test
    void a_member_cancels_nothing() {
        SubscriptionId pro = pro();
        account.by(ActorRole.MEMBER);

        assertThat(
                        account.on("2025-04-20")
                                .refuse(new RequestCancellation(ACCOUNT, pro, "OTHER"))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    private SubscriptionId pro() {
        account.on("2025-04-10").start("pro", MONTHLY, 12);
        return account.subscription().id();
    }
}
