package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.OrderChannel;
import dev.mastro.command.catalog.file.EditedSeller;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.SubscriptionState;
import dev.mastro.shared.subscription.SubscriptionStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of change in every mode that a policy may give it, from the 1st to the 11th of June.
 */
class ChangeModesTest {

    private static final String SHIPPED = "channel: SELF_SERVICE}";

    /** A kind of change: its key, what is held before, and what is wanted. */
    enum Kind {
        LICENCE_INCREASE("licenceIncrease", "KEEP_ANCHOR_PRORATE", "pro", null, null, 12),
        LICENCE_DECREASE("licenceDecrease", "AT_PERIOD_END", "pro", null, null, 8),
        PLAN_UPGRADE("planUpgrade", "KEEP_ANCHOR_PRORATE", "pro", "business", null, null),
        PLAN_DOWNGRADE("planDowngrade", "AT_PERIOD_END", "business", "pro", null, null),
        CYCLE_SWITCH("cycleSwitch", "RESTART_PERIOD", "pro", null, BillingCycle.ANNUAL, null),
        CAPACITY(
                "addOnCapacityChange",
                "KEEP_ANCHOR_PRORATE",
                "webinar-500",
                "webinar-1000",
                null,
                null);

        private final String key;
        private final String shipped;
        private final String held;
        private final @Nullable String product;
        private final @Nullable BillingCycle cycle;
        private final @Nullable Integer total;

        Kind(
                String key,
                String shipped,
                String held,
                @Nullable String product,
                @Nullable BillingCycle cycle,
                @Nullable Integer total) {
            this.key = key;
            this.shipped = shipped;
            this.held = held;
            this.product = product;
            this.cycle = cycle;
            this.total = total;
        }

        private OrderChange of(SubscriptionState subscription) {
            if (product != null) {
                return Changes.product(subscription, product, null);
            }
            return cycle == null
                    ? Changes.total(subscription, total == null ? 0 : total)
                    : Changes.cycle(subscription, cycle, null);
        }

        /** What a policy may not say, because the kind of change leaves it no sense. */
        private Set<Mode> impossible() {
            return switch (this) {
                case LICENCE_INCREASE, PLAN_UPGRADE, CAPACITY ->
                        EnumSet.of(Mode.KEEP_ANCHOR_CREDIT);
                case CYCLE_SWITCH -> EnumSet.of(Mode.KEEP_ANCHOR_PRORATE, Mode.KEEP_ANCHOR_CREDIT);
                case LICENCE_DECREASE, PLAN_DOWNGRADE -> EnumSet.noneOf(Mode.class);
            };
        }
    }

    static Stream<Arguments> everyKindInEveryMode() {
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        Arrays.stream(Mode.values())
                                .filter(mode -> !kind.impossible().contains(mode))
                                .map(mode -> Arguments.of(kind, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyKindInEveryMode")
    void a_change_is_timed_as_its_policy_says(Kind kind, Mode mode) {
        BookFixture account = account(kind, mode);
        SubscriptionState before = account.subscription(kind.held);
        Steps day = account.on("2025-06-11");

        if (mode == Mode.NOT_OFFERED) {
            assertThat(day.refuse(kind.of(before)).rejection())
                    .isEqualTo(Rejection.CHANGE_NOT_OFFERED);
            return;
        }
        Step step = day.order(kind.of(before));
        switch (mode) {
            case AT_PERIOD_END -> assertWaits(account, before, step);
            case KEEP_ANCHOR_PRORATE, KEEP_ANCHOR_CREDIT -> assertKept(account, before, step);
            case RESTART_PERIOD -> assertRestarted(held(account, before), before);
            case NOT_OFFERED -> throw new IllegalStateException("refused above");
        }
    }

    private static void assertWaits(BookFixture account, SubscriptionState before, Step step) {
        SubscriptionState after = held(account, before);
        assertThat(step.all(InvoiceIssued.class)).isEmpty();
        assertThat(after.product()).isEqualTo(before.product());
        assertThat(after.status()).isEqualTo(SubscriptionStatus.PENDING_DOWNGRADE);
        account.on("2025-07-01").periodEnd();
        assertThat(held(account, before).product()).isNotEqualTo(before.product());
    }

    private static void assertKept(BookFixture account, SubscriptionState before, Step step) {
        SubscriptionState after = held(account, before);
        assertThat(after.product()).isNotEqualTo(before.product());
        assertThat(after.line().period()).hasToString(period("2025-06-11", "2025-07-01"));
        assertThat(after.anchor()).isEqualTo(before.anchor());
        if (after.product().recurringPrice().isLessThan(before.product().recurringPrice())) {
            assertThat(step.due()).isEqualTo("0.00");
            assertThat(account.credit()).isNotEqualTo("0.00");
        }
    }

    private static void assertRestarted(SubscriptionState after, SubscriptionState before) {
        assertThat(after.product()).isNotEqualTo(before.product());
        assertThat(after.line().period().start()).isEqualTo("2025-06-11");
        assertThat(after.line().period()).isEqualTo(after.period());
        assertThat(after.anchor()).isEqualTo("2025-06-11");
    }

    private static SubscriptionState held(BookFixture account, SubscriptionState before) {
        return account.book().find(before.id()).orElseThrow();
    }

    private static String period(String start, String end) {
        return "BillingPeriod[start=" + start + ", end=" + end + "]";
    }

    private static BookFixture account(Kind kind, Mode mode) {
        BookFixture account =
                new BookFixture(
                        EditedSeller.of("zoom", rule(kind, kind.shipped), rule(kind, mode.name())),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-06-01").start(kind == Kind.CAPACITY ? "pro" : kind.held, MONTHLY, 10);
        if (kind == Kind.CAPACITY) {
            account.on("2025-06-01").start(kind.held, MONTHLY, 1);
        }
        return account;
    }

    private static String rule(Kind kind, String mode) {
        return "%s: {mode: %s, %s".formatted(kind.key, mode, SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_change_is_for_its_channel_and_those_above(OrderChannel channel, Rejection refusal) {
        BookFixture account =
                new BookFixture(
                        EditedSeller.of(
                                "zoom",
                                "  SALES: account-executive@zoom.example",
                                "  SALES: account-executive@zoom.example\n"
                                        + "  CORPORATE: corporate@zoom.example",
                                rule(Kind.LICENCE_INCREASE, Kind.LICENCE_INCREASE.shipped),
                                "licenceIncrease: {mode: KEEP_ANCHOR_PRORATE, channel: "
                                        + channel
                                        + "}"),
                        BookFixture.profile("zoom", "US", "USD", "America/New_York"));
        account.on("2025-06-01").start("pro", MONTHLY, 10);

        assertThat(
                        account.on("2025-06-11")
                                .refuse(Changes.total(account.subscription(), 12))
                                .rejection())
                .isEqualTo(refusal);
    }

    static Stream<Arguments> channels() {
        return Stream.of(
                Arguments.of(OrderChannel.SUPPORT, Rejection.CONTACT_SUPPORT),
                Arguments.of(OrderChannel.SALES, Rejection.CONTACT_SALES),
                Arguments.of(OrderChannel.CORPORATE, Rejection.CORPORATE_CHANNEL));
    }
}
