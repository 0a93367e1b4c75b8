package dev.mastro.eventstore;

import java.util.OptionalLong;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Reads positions of the log out of the tokens of event processors. */
public final class TrackingTokens {

    private TrackingTokens() {}

    /** The highest position that the token has reached, or 0 for a reader that has not begun. */
    public static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : reached(token).orElse(0);
    }

    /**
     * Whether the reader with this token has seen the event at this position: it is beyond it, and
     * the position is not one of the gaps in which a late commit may still appear.
     */
    public static boolean covers(@Nullable TrackingToken token, long position) {
        if (position(token) < position) {
            return false;
        }
        TrackingToken innermost = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return !(innermost instanceof GapAwareTrackingToken gapAware)
                || !gapAware.getGaps().contains(position);
    }

    private static OptionalLong reached(TrackingToken token) {
        TrackingToken lowest = WrappedToken.unwrapLowerBound(token);
        return lowest == null ? OptionalLong.empty() : lowest.position();
    }
}
