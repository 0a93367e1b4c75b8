package dev.mastro.shared.view;

import static dev.mastro.shared.view.LedgerFixture.ACCOUNT;
import static dev.mastro.shared.view.LedgerFixture.INVOICE;
import static dev.mastro.shared.view.LedgerFixture.MAY;
import static dev.mastro.shared.view.LedgerFixture.MAY_1;
import static dev.mastro.shared.view.LedgerFixture.PRO;
import static dev.mastro.shared.view.LedgerFixture.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.DowngradeReason;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStatusTest {

    private static final LocalDate MAY_2 = MAY_1.plusDays(1);

    private final AccountState owing = LedgerFixture.account();
    private final AccountState settled =
            owing.after(new ReceivableCleared(ACCOUNT, INVOICE, eur("234.09"), MAY_1));
    private final List<SubscriptionState> live = List.of(LedgerFixture.subscription());

    private static final OrderBlocking ANY_OPEN =
            new OrderBlocking(InvoicesBlock.ANY_OPEN, InvoicesBlock.OFF);

    @Test
    void only_what_the_seller_says_blocks() {
        OrderBlocking overdue = new OrderBlocking(InvoicesBlock.OVERDUE_ONLY, InvoicesBlock.OFF);
        AccountState downgraded =
                owing.after(
                        new AccountDowngraded(
                                ACCOUNT, List.of(PRO), DowngradeReason.NON_PAYMENT, MAY_2));

        assertThat(AccountBlock.of(owing, OrderBlocking.NONE, MAY_2)).isEmpty();
        assertThat(AccountBlock.of(owing, overdue, MAY_1)).isEmpty();
        assertThat(AccountBlock.of(owing, overdue, MAY_2)).hasSize(1);
        assertThat(AccountBlock.of(downgraded, ANY_OPEN, MAY_2)).isEmpty();
    }

    @Test
    void an_account_is_past_due_from_the_day_after_the_due_date() {
        assertThat(AccountStatus.of(owing, live, MAY_1)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(AccountStatus.of(owing, live, MAY_2)).isEqualTo(AccountStatus.PAST_DUE);
    }

    @Test
    void a_settled_account_is_active_and_not_blocked() {
        assertThat(AccountStatus.of(settled, live, MAY_2)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(AccountBlock.of(settled, ANY_OPEN, MAY_2)).isEmpty();
    }

    @Test
    void an_open_invoice_blocks_with_its_number_and_amount() {
        assertThat(AccountBlock.of(owing, ANY_OPEN, MAY_1))
                .containsExactly(
                        new AccountBlock(
                                "OUTSTANDING_INVOICES",
                                "One invoice must be paid first: EUR 234.09.",
                                List.of(
                                        new AccountBlock.OutstandingInvoice(
                                                "A-0001-0001", eur("234.09")))));
    }

    @Test
    void an_account_whose_last_subscription_ended_into_suspension_is_suspended() {
        assertThat(AccountStatus.of(settled, List.of(endedInto(EndState.SUSPENDED)), MAY.end()))
                .isEqualTo(AccountStatus.SUSPENDED);
        assertThat(AccountStatus.of(settled, List.of(endedInto(EndState.BASIC)), MAY.end()))
                .isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void a_downgraded_account_stays_downgraded_and_a_closed_one_closed() {
        AccountState downgraded =
                owing.after(
                        new AccountDowngraded(
                                ACCOUNT, List.of(PRO), DowngradeReason.NON_PAYMENT, MAY_2));
        AccountState closed = settled.after(new AccountClosed(ACCOUNT, "asked", MAY_2));

        assertThat(AccountStatus.of(downgraded, List.of(), MAY_2))
                .isEqualTo(AccountStatus.DOWNGRADED);
        assertThat(AccountStatus.of(closed, List.of(), MAY_2)).isEqualTo(AccountStatus.CLOSED);
        assertThat(AccountBlock.of(closed, ANY_OPEN, MAY_2))
                .extracting(AccountBlock::code)
                .containsExactly("ACCOUNT_CLOSED");
    }

    private static SubscriptionState endedInto(EndState into) {
        return LedgerFixture.subscription()
                .after(
                        new SubscriptionEnded(
                                PRO, ACCOUNT, EndCause.END_OF_TERM, into, null, MAY.end()));
    }
}
