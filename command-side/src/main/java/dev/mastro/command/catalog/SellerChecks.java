package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

import dev.mastro.command.catalog.AddOnPolicy.OneMonthProducts;
import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ChangePolicy.Rule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of one seller must agree on. */
final class SellerChecks {

    private SellerChecks() {}

    static void check(
            Map<OrderChannel, String> contacts,
            List<CountryTaxRate> taxRates,
            List<SellerPolicy> policies,
            List<Catalog> catalogs) {
        Dated.requireInOrder(policies, "policies");
        Dated.requireInOrder(catalogs, "catalogs");
        requireTaxRatesOnce(taxRates);
        for (int i = 0; i < policies.size(); i++) {
            requireContacts(contacts, policies.get(i).changes(), "policies[" + i + "].changes.");
        }
        for (int i = 0; i < catalogs.size(); i++) {
            requireContacts(contacts, catalogs.get(i), "catalogs[" + i + "].products[");
            requireOffered(catalogs.get(i), policiesDuring(i, catalogs, policies), i);
        }
    }

    private static void requireTaxRatesOnce(List<CountryTaxRate> taxRates) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < taxRates.size(); i++) {
            CountryTaxRate rate = taxRates.get(i);
            require(
                    seen.add(rate.country() + rate.from()),
                    "taxRates[" + i + "].from",
                    rate.country() + " has two rates from " + rate.from());
        }
    }

    private static void requireContacts(
            Map<OrderChannel, String> contacts, ChangePolicy changes, String path) {
        requireContact(contacts, changes.licenceIncrease(), path + "licenceIncrease");
        requireContact(contacts, changes.licenceDecrease(), path + "licenceDecrease");
        requireContact(contacts, changes.planUpgrade(), path + "planUpgrade");
        requireContact(contacts, changes.planDowngrade(), path + "planDowngrade");
        requireContact(contacts, changes.cycleSwitch(), path + "cycleSwitch");
        requireContact(contacts, changes.addOnCapacityChange(), path + "addOnCapacityChange");
    }

    private static void requireContact(Map<OrderChannel, String> contacts, Rule rule, String path) {
        if (rule.mode() != Mode.NOT_OFFERED) {
            requireContact(contacts, rule.channel(), path + ".channel");
        }
    }

    private static void requireContacts(
            Map<OrderChannel, String> contacts, Catalog catalog, String path) {
        for (int i = 0; i < catalog.products().size(); i++) {
            OrderChannel channel = catalog.products().get(i).channel();
            requireContact(contacts, channel, path + i + "].channel");
        }
    }

    private static void requireContact(
            Map<OrderChannel, String> contacts, OrderChannel channel, String path) {
        require(
                channel == OrderChannel.SELF_SERVICE || contacts.containsKey(channel),
                path,
                channel + " has no entry in contacts");
    }

    private static List<SellerPolicy> policiesDuring(
            int catalog, List<Catalog> catalogs, List<SellerPolicy> policies) {
        LocalDate start = catalogs.get(catalog).from();
        LocalDate end =
                catalog + 1 < catalogs.size() ? catalogs.get(catalog + 1).from() : LocalDate.MAX;
        return policies.stream()
                .filter(policy ->
                        policy.from().isBefore(end) && !endOf(policy, policies).isBefore(start))
                .toList();
    }

    private static LocalDate endOf(SellerPolicy policy, List<SellerPolicy> policies) {
        int next = policies.indexOf(policy) + 1;
        return next < policies.size() ? policies.get(next).from().minusDays(1) : LocalDate.MAX;
    }

    private static void requireOffered(Catalog catalog, List<SellerPolicy> policies, int index) {
        for (int i = 0; i < catalog.products().size(); i++) {
            Product product = catalog.products().get(i);
            String path = "catalogs[" + index + "].products[" + i + "].";
            for (SellerPolicy policy : policies) {
                requireOffered(product, policy, path);
            }
        }
    }

    private static void requireOffered(Product product, SellerPolicy policy, String path) {
        boolean oneMonth = product.revenueKind() == RevenueKind.ONE_MONTH;
        require(
                !oneMonth || policy.addOns().oneMonthProducts() == OneMonthProducts.OFFERED,
                path + "prices.ONE_MONTH",
                "one-month products are not offered by policy " + policy.version());
        require(
                oneMonth || product.kind() != ProductKind.ADD_ON || policy.addOns().offered(),
                path + "kind",
                "add-ons are not offered by policy " + policy.version());
    }
}
