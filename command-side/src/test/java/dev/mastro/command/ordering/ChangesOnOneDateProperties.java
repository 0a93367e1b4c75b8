package dev.mastro.command.ordering;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Changes;
import dev.mastro.command.examples.Step;
import dev.mastro.command.examples.Steps;
import dev.mastro.command.examples.Variants;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;

/** billing.md C12: on one date only where one ends up counts, never the way there. */
class ChangesOnOneDateProperties {

    /** One order of the way: a plan and a total of licences. */
    record Target(String product, int licences) {}

    @Property
    void increases_cost_the_same_in_any_number_of_orders(
            @ForAll @IntRange(min = 10, max = 40) int licences,
            @ForAll("days") int day,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> steps,
            @ForAll @IntRange(min = 0, max = 5) int upgradeAfter) {
        BookFixture many = started(BookFixture.zoom(), licences);
        BookFixture one = started(BookFixture.zoom(), licences);
        int total = licences + steps.stream().mapToInt(Integer::intValue).sum();

        int soFar = licences;
        for (int i = 0; i < steps.size(); i++) {
            if (i == upgradeAfter) {
                on(many, day).product("business", null);
            }
            soFar += steps.get(i);
            on(many, day).total(soFar);
        }
        boolean upgraded = upgradeAfter < steps.size();
        SubscriptionState pro = one.subscription();
        if (upgraded) {
            on(one, day).order(Changes.product(pro, "business", total));
        } else {
            on(one, day).order(Changes.total(pro, total));
        }

        assertThat(many.subscription().product()).isEqualTo(one.subscription().product());
        assertThat(net(many)).isEqualTo(net(one));
    }

    @Property
    void ups_and_downs_cost_what_the_last_of_them_costs(
            @ForAll("countries") String country,
            @ForAll @IntRange(min = 10, max = 40) int licences,
            @ForAll("days") int day,
            @ForAll @Size(min = 1, max = 6) List<@From("targets") Target> targets) {
        Assume.that(!targets.getLast().equals(new Target("pro", licences)));
        BookFixture many = started(Variants.allAtOnceIn(country), licences);
        BookFixture one = started(Variants.allAtOnceIn(country), licences);

        targets.forEach(target -> place(many, day, target));
        place(one, day, targets.getLast());

        assertThat(many.subscription().product()).isEqualTo(one.subscription().product());
        assertThat(many.subscription().line().period())
                .isEqualTo(one.subscription().line().period());
        assertThat(net(many)).isEqualTo(net(one));
    }

    /** Tax on a part and a part of the tax may differ by one cent (billing.md C8). */
    @Property
    void a_change_and_its_reverse_cost_nothing(
            @ForAll("countries") String country,
            @ForAll @IntRange(min = 10, max = 40) int licences,
            @ForAll("days") int day,
            @ForAll("targets") Target target) {
        BookFixture account = started(Variants.allAtOnceIn(country), licences);
        Money before = net(account);

        place(account, day, target);
        place(account, day, new Target("pro", licences));

        Money cent = country.equals("US") ? account.money("0.00") : account.money("0.01");
        assertThat(net(account)).isBetween(before.minus(cent), before.plus(cent));
    }

    @Property
    void several_changes_of_one_order_are_one_change(
            @ForAll @IntRange(min = 10, max = 40) int licences,
            @ForAll("days") int day,
            @ForAll @IntRange(min = 1, max = 30) int more,
            @ForAll boolean upgradeFirst) {
        BookFixture account = started(BookFixture.zoom(), licences);
        SubscriptionState pro = account.subscription();
        OrderChange upgrade = Changes.product(pro, "business", null);
        OrderChange total = Changes.total(pro, licences + more);
        BookFixture one = started(BookFixture.zoom(), licences);

        Step both =
                upgradeFirst
                        ? on(account, day).order(upgrade, total)
                        : on(account, day).order(total, upgrade);
        Step single = on(one, day).product("business", licences + more);

        assertThat(both.due()).isEqualTo(single.due());
    }

    private static BookFixture started(BookFixture account, int licences) {
        account.on("2025-01-31").start("pro", MONTHLY, licences);
        return account;
    }

    /** Changes that are none are refused, and cost nothing. */
    private static void place(BookFixture account, int day, Target target) {
        SubscribedProduct now = account.subscription().product();
        if (!now.product().equals(target.product()) || now.licences() != target.licences()) {
            on(account, day).product(target.product(), target.licences());
        }
    }

    private static Steps on(BookFixture account, int day) {
        return account.on(LocalDate.parse("2025-01-31").plusDays(day));
    }

    /** Money received less credit that is left. */
    private static Money net(BookFixture account) {
        Money paid = account.money("0.00");
        for (var event : account.history()) {
            if (event instanceof PaymentReceived payment) {
                paid = paid.plus(payment.amount());
            }
        }
        assertThat(account.owed()).isEqualTo("0.00");
        return paid.minus(account.money(account.credit()));
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 27);
    }

    @Provide
    Arbitrary<String> countries() {
        return Arbitraries.of("US", "IT", "DE", "FR");
    }

    @Provide
    Arbitrary<Target> targets() {
        return Combinators.combine(
                        Arbitraries.of("pro", "business"), Arbitraries.integers().between(10, 60))
                .as(Target::new);
    }
}
