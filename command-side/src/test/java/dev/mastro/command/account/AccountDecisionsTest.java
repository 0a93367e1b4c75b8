package dev.mastro.command.account;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.examples.Variants;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.TimeZoneChanged;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AccountDecisionsTest {

    private final BookFixture account = BookFixture.zoom();

    @Test
    void a_free_account_is_closed_and_stays_closed() {
        Step closed = account.accepted((book, at) -> AccountDecisions.close(close(), book, at));

        assertThat(closed.all(AccountClosed.class)).hasSize(1);
        assertThat(account.book().account().standing()).isEqualTo(AccountStanding.CLOSED);
        assertThat(refusal()).isEqualTo(Rejection.ACCOUNT_CLOSED);
    }

    @Test
    void an_account_with_a_plan_is_not_closed() {
        account.on("2025-04-10").start("pro", MONTHLY, 1);

        assertThat(refusal()).isEqualTo(Rejection.PLAN_STILL_ACTIVE);
    }

    @Test
    void an_account_with_a_debt_is_not_closed() {
        account.owes("INV-1", "2025-04-10", "10.00");

        assertThat(refusal()).isEqualTo(Rejection.OUTSTANDING_INVOICES);
    }

    @Test
    void an_account_with_credit_is_not_closed() {
        account.on("2025-04-10").receive("10.00", null, null);

        assertThat(refusal()).isEqualTo(Rejection.CREDIT_LEFT);
    }

    @Test
    void a_seller_may_close_accounts_through_support_only() {
        BookFixture other = Variants.zoomClosingThroughSupport();

        assertThat(
                        other.refused((book, at) -> AccountDecisions.close(close(), book, at))
                                .rejection())
                .isEqualTo(Rejection.CLOSURE_NOT_OFFERED);
        other.by(ActorRole.SUPPORT);
        assertThat(
                        other.accepted((book, at) -> AccountDecisions.close(close(), book, at))
                                .all(AccountClosed.class))
                .hasSize(1);
    }

    @Test
    void a_member_closes_nothing() {
        account.by(ActorRole.MEMBER);

        assertThat(refusal()).isEqualTo(Rejection.NOT_ALLOWED);
    }

    @Test
    void an_account_moves_once() {
        MoveToTimeZone move = new MoveToTimeZone(BookFixture.ACCOUNT, ZoneId.of("Asia/Tokyo"));

        Step moved = account.accepted((book, at) -> AccountDecisions.move(move, book, at));
        Step again = account.accepted((book, at) -> AccountDecisions.move(move, book, at));

        assertThat(moved.only(TimeZoneChanged.class).from())
                .isEqualTo(ZoneId.of("America/New_York"));
        assertThat(again.events()).isEmpty();
    }

    private Rejection refusal() {
        return account.refused((book, at) -> AccountDecisions.close(close(), book, at)).rejection();
    }

    private static CloseAccount close() {
        return new CloseAccount(BookFixture.ACCOUNT, "MOVED");
    }
}
