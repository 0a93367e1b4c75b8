package dev.mastro.command.ordering;

import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.RequestMistake;
import dev.mastro.shared.account.ChangeType;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.calendar.BillingCycle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change as a client writes it; each type has fields of its own (api.md 3). */
record ChangeRequest(
        ChangeType type,
        @Nullable String subscription,
        @Nullable String product,
        @Nullable BillingCycle cycle,
        @Nullable Long licences,
        @Nullable Long total) {

    private static final int MOST_CHANGES = 100;

    static List<OrderChange> all(List<ChangeRequest> changes) {
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw RequestMistake.in(
                    "changes", "There must be from 1 to " + MOST_CHANGES + " changes.");
        }
        List<OrderChange> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(changes.get(i).change("changes[" + i + "]."));
        }
        return List.copyOf(all);
    }

    /** Whether a change from elsewhere has what its type needs. */
    static boolean isComplete(@Nullable OrderChange change) {
        if (change == null) {
            return false;
        }
        return switch (change.type()) {
            case null -> false;
            case START ->
                    change.product() != null && change.cycle() != null && change.licences() != null;
            case ADJUST_LICENCES -> change.subscription() != null && change.licences() != null;
            case CHANGE_PRODUCT -> change.subscription() != null && change.product() != null;
            case SWITCH_CYCLE -> change.subscription() != null && change.cycle() != null;
        };
    }

    private OrderChange change(String path) {
        boolean starts = type == ChangeType.START;
        boolean setsTotal = type == ChangeType.ADJUST_LICENCES;
        boolean setsProduct = starts || type == ChangeType.CHANGE_PRODUCT;
        boolean setsCycle = starts || type == ChangeType.SWITCH_CYCLE;
        requireFit(path + "subscription", subscription, !starts, !starts);
        requireFit(path + "product", product, setsProduct, setsProduct);
        requireFit(path + "cycle", cycle, setsCycle, setsCycle);
        requireFit(path + "licences", licences, starts, starts);
        requireFit(path + "total", total, setsTotal, !starts);
        return new OrderChange(
                type,
                subscription == null ? null : PathIds.subscriptionId(subscription),
                product,
                cycle,
                quantity(licences == null ? total : licences));
    }

    private void requireFit(String field, @Nullable Object value, boolean needed, boolean allowed) {
        if (value == null && needed) {
            throw RequestMistake.in(field, field + " is missing.");
        }
        if (value != null && !allowed) {
            throw new RequestMistake("UNKNOWN_FIELD", field, type + " has no field " + field + ".");
        }
    }

    /** A number that fits no {@code int} is refused like any that is too large. */
    private static @Nullable Integer quantity(@Nullable Long count) {
        return count == null ? null : Math.clamp(count, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
