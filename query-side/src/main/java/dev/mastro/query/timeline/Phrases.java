package dev.mastro.query.timeline;

import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscribedProduct;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The turns of phrase that sentences share. Numbers are joined and never formatted with {@code %d},
 * whose digits depend on the machine's locale.
 */
final class Phrases {

    private Phrases() {}

    static String money(Money amount) {
        return amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit().getCode();
    }

    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code "12 licences of pro, monthly, at 15.99 USD each"}. */
    static String priced(SubscribedProduct product) {
        return "%s of %s, %s, at %s each"
                .formatted(
                        counted(product.licences(), "licence"),
                        product.product(),
                        cycle(product.cycle()),
                        money(product.unitPrice()));
    }

    /** {@code "10 to 12 licences (+2)"}, or the number alone where it stays. */
    static String licences(SubscribedProduct from, SubscribedProduct to) {
        if (from.licences() == to.licences()) {
            return counted(to.licences(), "licence");
        }
        int more = to.licences() - from.licences();
        String sign = more > 0 ? "+" : "";
        return from.licences()
                + " to "
                + counted(to.licences(), "licence")
                + " ("
                + sign
                + more
                + ")";
    }

    static String cycle(BillingCycle cycle) {
        return switch (cycle) {
            case MONTHLY -> "monthly";
            case ANNUAL -> "annual";
            case ONE_MONTH -> "one month";
        };
    }

    /** Appended in brackets where something was said. */
    static String remark(@Nullable String said) {
        return said == null || said.isBlank() ? "" : " (" + said + ")";
    }
}
