package dev.mastro.shared.subscription;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SubscriptionStateTest {

    private static final SubscriptionId ID = new SubscriptionId(new UUID(0, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_10 = LocalDate.parse("2025-04-10");
    private static final LocalDate APRIL_28 = LocalDate.parse("2025-04-28");
    private static final LocalDate MAY_10 = LocalDate.parse("2025-05-10");
    private static final ActiveLine OPENED = line(APRIL_10, MAY_10, "191.88");
    private static final SubscriptionState STARTED =
            SubscriptionState.started(
                    new SubscriptionStarted(
                            ID, ACCOUNT, pro(12), APRIL_10, OPENED, null, APRIL_10));

    @Test
    void it_starts_active_and_renews_as_it_is() {
        assertThat(STARTED.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(STARTED.renewsAs()).isEqualTo(pro(12));
        assertThat(STARTED.period()).isEqualTo(new BillingPeriod(APRIL_10, MAY_10));
        assertThat(STARTED.isLive()).isTrue();
    }

    @Test
    void a_scheduled_change_holds_from_the_renewal() {
        SubscriptionState pending = STARTED.after(scheduled(10));

        assertThat(pending.status()).isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
        assertThat(pending.product()).isEqualTo(pro(12));
        assertThat(pending.renewsAs()).isEqualTo(pro(10));
        assertThat(pending.after(new PendingChangeWithdrawn(ID, ACCOUNT, APRIL_28)))
                .isEqualTo(STARTED);
    }

    @Test
    void an_increase_opens_a_line_and_forgets_what_was_scheduled() {
        ActiveLine opened = line(APRIL_28, MAY_10, "89.54");
        LicencesAdjusted adjusted =
                new LicencesAdjusted(
                        ID,
                        ACCOUNT,
                        pro(12),
                        pro(14),
                        APRIL_10,
                        OPENED.closedOn(APRIL_28),
                        opened,
                        APRIL_28);

        SubscriptionState more = STARTED.after(scheduled(10)).after(adjusted);

        assertThat(more.product()).isEqualTo(pro(14));
        assertThat(more.line()).isEqualTo(opened);
        assertThat(more.pending()).isNull();
        assertThat(more.period()).isEqualTo(new BillingPeriod(APRIL_10, MAY_10));
    }

    @Test
    void a_cancellation_stops_the_renewal_until_it_is_taken_back() {
        SubscriptionState cancelled =
                STARTED.after(new CancellationRequested(ID, ACCOUNT, "OTHER", MAY_10, APRIL_28));

        assertThat(cancelled.status()).isEqualTo(SubscriptionStatus.CANCELLED_PENDING_END);
        assertThat(cancelled.renewsAs()).isNull();
        assertThat(cancelled.isLive()).isTrue();
        assertThat(cancelled.after(new SubscriptionReactivated(ID, ACCOUNT, APRIL_28)))
                .isEqualTo(STARTED);
    }

    @Test
    void it_ends_free_or_suspended() {
        assertThat(ended(EndState.BASIC).status()).isEqualTo(SubscriptionStatus.ENDED);
        assertThat(ended(EndState.SUSPENDED).status()).isEqualTo(SubscriptionStatus.SUSPENDED);
        assertThat(ended(EndState.BASIC).isLive()).isFalse();
        assertThat(ended(EndState.BASIC).renewsAs()).isNull();
    }

    @Test
    void users_hold_licences() {
        SubscriptionState assigned =
                STARTED.after(new LicenceAssigned(ID, ACCOUNT, "b", APRIL_28))
                        .after(new LicenceAssigned(ID, ACCOUNT, "a", APRIL_28));

        assertThat(assigned.assigned()).containsExactly("a", "b");
        assertThat(assigned.after(new LicenceUnassigned(ID, ACCOUNT, "b", APRIL_28)).assigned())
                .containsExactly("a");
    }

    @Test
    void a_line_closed_on_its_first_day_gives_everything_back() {
        assertThat(OPENED.closedOn(APRIL_10).remaining()).isEqualTo(Money.parse("USD 234.09"));
        assertThat(OPENED.closedOn(MAY_10).remaining()).isEqualTo(Money.parse("USD 0.00"));
        assertThat(OPENED.closedOn(APRIL_28).remainingNet()).isEqualTo(Money.parse("USD 76.75"));
        assertThat(OPENED.closedOn(APRIL_28).remainingTax()).isEqualTo(Money.parse("USD 16.88"));
    }

    private static SubscriptionState ended(EndState into) {
        return STARTED.after(
                new SubscriptionEnded(ID, ACCOUNT, EndCause.END_OF_TERM, into, null, MAY_10));
    }

    private static ChangeScheduled scheduled(int licences) {
        return new ChangeScheduled(ID, ACCOUNT, pro(licences), MAY_10, APRIL_28);
    }

    private static SubscribedProduct pro(int licences) {
        return new SubscribedProduct("pro", MONTHLY, licences, Money.parse("USD 15.99"));
    }

    private static ActiveLine line(LocalDate start, LocalDate end, String net) {
        return new ActiveLine(
                new InvoiceId(new UUID(0, 3)),
                1,
                new BillingPeriod(start, end),
                Money.parse("USD " + net),
                Money.parse("USD 42.21"),
                new TaxRate(220_000));
    }
}
