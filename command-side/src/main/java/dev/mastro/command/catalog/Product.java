package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import dev.mastro.shared.calendar.BillingCycle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is sold. A product may be changed into another one of the same kind and family, and the
 * {@code rank} tells which way: to a higher rank is an upgrade.
 *
 * @param needsPlan the plans beside which it may be held; none means that it stands alone
 * @param alternative what is offered to a customer who wants fewer than {@code minimumLicences}
 */
public record Product(
        String code,
        Name name,
        ProductKind kind,
        String family,
        int rank,
        int minimumLicences,
        OrderChannel channel,
        Map<BillingCycle, Map<CurrencyUnit, Money>> prices,
        List<String> needsPlan,
        Optional<String> alternative) {

    /** What people call it. */
    public record Name(String en, String it) {

        public Name {
            requireText(en, "en");
            requireText(it, "it");
        }
    }

    public Product {
        requireText(code, "code");
        requireText(family, "family");
        require(rank >= 0, "rank", "must not be negative, got " + rank);
        require(minimumLicences > 0, "minimumLicences", "must be positive, got " + minimumLicences);
        prices = copyOf(prices);
        needsPlan = List.copyOf(needsPlan);
        requirePrices(prices);
        require(
                kind == ProductKind.ADD_ON || needsPlan.isEmpty(),
                "needsPlan",
                "is for add-ons only");
    }

    /** The price of one licence for one billing period, if sold so and in that currency. */
    public Optional<Money> price(BillingCycle cycle, CurrencyUnit currency) {
        return Optional.ofNullable(prices.get(cycle)).map(amounts -> amounts.get(currency));
    }

    /** The billing cycles in which it is sold, in any currency. */
    public Set<BillingCycle> cycles() {
        return prices.keySet();
    }

    /** Where its revenue belongs. */
    public RevenueKind revenueKind() {
        return prices.containsKey(BillingCycle.ONE_MONTH)
                ? RevenueKind.ONE_MONTH
                : RevenueKind.SUBSCRIPTION;
    }

    /** Whether it costs nothing in any cycle and currency. */
    public boolean free() {
        return prices.values().stream()
                .flatMap(amounts -> amounts.values().stream())
                .allMatch(Money::isZero);
    }

    /** Whether one may be changed into the other. */
    public boolean exchangeableWith(Product other) {
        return kind == other.kind && family.equals(other.family) && !code.equals(other.code);
    }

    private static Map<BillingCycle, Map<CurrencyUnit, Money>> copyOf(
            Map<BillingCycle, Map<CurrencyUnit, Money>> prices) {
        Map<BillingCycle, Map<CurrencyUnit, Money>> copy = new TreeMap<>();
        prices.forEach((cycle, amounts) ->
                copy.put(cycle, Collections.unmodifiableMap(new TreeMap<>(amounts))));
        return Collections.unmodifiableMap(copy);
    }

    private static void requirePrices(Map<BillingCycle, Map<CurrencyUnit, Money>> prices) {
        require(!prices.isEmpty(), "prices", "must not be empty");
        require(
                prices.size() == 1 || !prices.containsKey(BillingCycle.ONE_MONTH),
                "prices.ONE_MONTH",
                "a product that lives one month has no other cycle");
        prices.forEach((cycle, amounts) -> requirePrices("prices." + cycle, amounts));
    }

    private static void requirePrices(String path, Map<CurrencyUnit, Money> amounts) {
        require(!amounts.isEmpty(), path, "must not be empty");
        amounts.forEach((currency, price) ->
                require(
                        !price.isNegative(),
                        path + "." + currency,
                        "must not be negative, got " + price.getAmount().toPlainString()));
    }
}
