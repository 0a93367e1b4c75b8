package dev.mastro.query.history;

import dev.mastro.shared.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A point on the two time axes (billing.md C15): facts that count by {@code asOf}, of those
 * recorded by {@code knownAt}; {@code null} knows everything.
 */
record Moment(LocalDate asOf, @Nullable Instant knownAt) {

    boolean knows(EventMessage<?> message) {
        return knownAt == null || !message.getTimestamp().isAfter(knownAt);
    }

    boolean counts(LedgerEvent event) {
        return !event.effectiveOn().isAfter(asOf);
    }

    String inWords() {
        return knownAt == null ? "on " + asOf : "on %s as known at %s".formatted(asOf, knownAt);
    }
}
