package dev.mastro.command.ordering;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.ChangeType;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.subscription.SubscribedProduct;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be bought and changed: every product of the seller, also those that this account may not
 * take, with the reasons (billing.md R001-11, R001-34). Each is tried as an order that is not
 * placed.
 */
@Component
class OrderActions implements ActionSource {

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return Stream.concat(
                at.catalog().products().stream().flatMap(product -> buying(product, book, at)),
                book.live().stream().flatMap(one -> changing(one, book, at)));
    }

    private static Stream<AllowedAction> buying(Product product, Book book, Circumstances at) {
        return product.cycles().stream()
                .map(cycle ->
                        action(
                                "BUY_PRODUCT",
                                Map.of(
                                        "product", product.code(),
                                        "cycle", cycle,
                                        "licencesFrom", product.minimumLicences()),
                                new OrderChange(
                                        ChangeType.START,
                                        null,
                                        product.code(),
                                        cycle,
                                        product.minimumLicences()),
                                book,
                                at));
    }

    private static Stream<AllowedAction> changing(
            SubscriptionState one, Book book, Circumstances at) {
        SubscribedProduct held = one.product();
        List<AllowedAction> actions = new ArrayList<>();
        actions.add(adjusting("ADD_LICENCES", one, held.licences() + 1, book, at));
        actions.add(adjusting("REMOVE_LICENCES", one, held.licences() - 1, book, at));
        Optional<Product> product = at.catalog().find(held.product());
        product.ifPresent(from -> {
            for (Product to : at.catalog().products()) {
                if (to.exchangeableWith(from)) {
                    actions.add(exchanging(one, to, book, at));
                }
            }
            for (BillingCycle cycle : from.cycles()) {
                if (cycle != held.cycle()) {
                    actions.add(switching(one, cycle, book, at));
                }
            }
        });
        return actions.stream();
    }

    private static AllowedAction adjusting(
            String name, SubscriptionState one, int total, Book book, Circumstances at) {
        return action(
                name,
                Map.of("subscription", one.id().toString(), "total", total),
                change(ChangeType.ADJUST_LICENCES, one, null, null, total),
                book,
                at);
    }

    private static AllowedAction exchanging(
            SubscriptionState one, Product to, Book book, Circumstances at) {
        int total = Math.max(one.product().licences(), to.minimumLicences());
        return action(
                "CHANGE_PRODUCT",
                Map.of(
                        "subscription",
                        one.id().toString(),
                        "product",
                        to.code(),
                        "licencesFrom",
                        to.minimumLicences()),
                change(ChangeType.CHANGE_PRODUCT, one, to.code(), null, total),
                book,
                at);
    }

    private static AllowedAction switching(
            SubscriptionState one, BillingCycle cycle, Book book, Circumstances at) {
        return action(
                "SWITCH_CYCLE",
                Map.of("subscription", one.id().toString(), "cycle", cycle),
                change(ChangeType.SWITCH_CYCLE, one, null, cycle, null),
                book,
                at);
    }

    private static OrderChange change(
            ChangeType type,
            SubscriptionState one,
            @Nullable String product,
            @Nullable BillingCycle cycle,
            @Nullable Integer total) {
        return new OrderChange(type, one.id(), product, cycle, total);
    }

    /** Terms can be accepted with the order itself, so they stand in nobody's way here. */
    private static AllowedAction action(
            String name, Map<String, Object> on, OrderChange change, Book book, Circumstances at) {
        PreviewOrder order =
                new PreviewOrder(
                        book.account().id(),
                        List.of(change),
                        at.policy().access().terms().version().orElse(null),
                        null);
        return AllowedAction.of(
                name,
                on,
                "POST",
                "/accounts/" + book.account().id() + "/orders",
                () -> OrderDecision.preview(order, book, at),
                () -> AccountRules.requireActorMayBill(at),
                () -> AccountRules.requireOpen(book.account()),
                () -> AccountRules.requireOwnChannel(book.account(), at),
                () -> OrderingRules.requireNoBlockingInvoices(book, at));
    }
}
