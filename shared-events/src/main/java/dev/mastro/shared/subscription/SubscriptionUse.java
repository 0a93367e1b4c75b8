package dev.mastro.shared.subscription;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a subscription, and whether anybody did: {@code first} is the earliest use that is
 * known since the service was last billed, {@code last} the latest (billing.md R002-16).
 */
public record SubscriptionUse(
        SortedSet<String> assigned, @Nullable UsageRecorded first, @Nullable UsageRecorded last) {

    static SubscriptionUse none() {
        return new SubscriptionUse(Collections.emptySortedSet(), null, null);
    }

    SubscriptionUse assignedTo(String user) {
        SortedSet<String> users = new TreeSet<>(assigned);
        users.add(user);
        return new SubscriptionUse(Collections.unmodifiableSortedSet(users), first, last);
    }

    SubscriptionUse unassignedFrom(String user) {
        SortedSet<String> users = new TreeSet<>(assigned);
        users.remove(user);
        return new SubscriptionUse(Collections.unmodifiableSortedSet(users), first, last);
    }

    SubscriptionUse used(UsageRecorded event) {
        boolean earlier = first == null || event.usedAt().isBefore(first.usedAt());
        boolean later = last == null || event.usedAt().isAfter(last.usedAt());
        return new SubscriptionUse(assigned, earlier ? event : first, later ? event : last);
    }

    /** Billed anew for days from {@code start}: what was used before does not count any more. */
    SubscriptionUse billedFrom(LocalDate start) {
        boolean counts = last != null && !last.effectiveOn().isBefore(start);
        return new SubscriptionUse(assigned, counts ? last : null, last);
    }
}
