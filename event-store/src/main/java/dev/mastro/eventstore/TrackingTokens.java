package dev.mastro.eventstore;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Reads positions of the log out of the tokens of event processors. */
public final class TrackingTokens {

    private TrackingTokens() {}

    /** Up to where the reader with this token has seen every event; 0 when it has not begun. */
    public static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : reached(token).orElse(0);
    }

    private static OptionalLong reached(TrackingToken token) {
        TrackingToken lowest = WrappedToken.unwrapLowerBound(token);
        return lowest == null ? OptionalLong.empty() : lowest.position();
    }
}
