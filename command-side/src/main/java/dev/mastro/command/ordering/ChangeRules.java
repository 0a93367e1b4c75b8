package dev.mastro.command.ordering;

import dev.mastro.command.catalog.ChangePolicy;
import dev.mastro.command.catalog.ChangePolicy.Mode;
import dev.mastro.command.catalog.ChangePolicy.Rule;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.subscription.SubscribedProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the seller times and bills a change of one subscription, and who may order it. */
final class ChangeRules {

    private final ProductRules products;
    private final Circumstances circumstances;

    ChangeRules(ProductRules products, Circumstances circumstances) {
        this.products = products;
        this.circumstances = circumstances;
    }

    /** The mode that serves every part of the change; each part is judged by its own rule. */
    Mode modeOf(SubscribedProduct from, SubscribedProduct to) {
        if (!from.cycle().renews()) {
            throw Rejection.CHANGE_NOT_OFFERED.because(
                    from.product() + " lives one month as it was bought.",
                    Map.of("product", from.product()),
                    "Buy it once more.");
        }
        List<Rule> rules = rulesFor(from, to);
        if (rules.stream().anyMatch(rule -> rule.mode() == Mode.NOT_OFFERED)) {
            throw Rejection.CHANGE_NOT_OFFERED.because("This seller does not offer this change.");
        }
        rules.forEach(rule -> AccountRules.requireChannel(rule.channel(), circumstances));
        List<Mode> modes = rules.stream().map(Rule::mode).distinct().toList();
        if (modes.contains(Mode.AT_PERIOD_END) && modes.size() > 1) {
            throw mixedTiming();
        }
        return modes.contains(Mode.RESTART_PERIOD) ? Mode.RESTART_PERIOD : modes.getFirst();
    }

    /** billing.md 6, question 10. */
    static RuleViolation mixedTiming() {
        return Rejection.MIXED_TIMING.because(
                "Some of these changes act now, others at the end of the period.",
                Map.of(),
                "Place two orders.");
    }

    private List<Rule> rulesFor(SubscribedProduct from, SubscribedProduct to) {
        ChangePolicy changes = circumstances.policy().changes();
        List<Rule> rules = new ArrayList<>();
        if (from.cycle() != to.cycle()) {
            rules.add(changes.cycleSwitch());
        }
        if (!from.product().equals(to.product())) {
            rules.add(
                    productRule(products.product(from.product()), products.product(to.product())));
        }
        if (from.licences() < to.licences()) {
            rules.add(changes.licenceIncrease());
        } else if (from.licences() > to.licences()) {
            rules.add(changes.licenceDecrease());
        }
        return rules;
    }

    /** Less capacity of an add-on is a reduction like any other (billing.md R001-43). */
    private Rule productRule(Product from, Product to) {
        ChangePolicy changes = circumstances.policy().changes();
        boolean up = to.rank() > from.rank();
        if (from.kind() == ProductKind.ADD_ON) {
            return up ? changes.addOnCapacityChange() : changes.licenceDecrease();
        }
        return up ? changes.planUpgrade() : changes.planDowngrade();
    }
}
