package dev.mastro.query.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The axis of knowledge in statements: up to an instant, or everything. */
final class Known {

    private Known() {}

    static String at(@Nullable Instant instant) {
        return instant == null ? "infinity" : instant.toString();
    }
}
