package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.RefusedTokens;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;

/** A token store that lets nobody go on who is beyond the end of the log. */
public final class LedgerTokenStore extends JdbcTokenStore {

    private final RefusedTokens refused;

    /** A store of these settings. */
    public LedgerTokenStore(Builder settings, RefusedTokens refused) {
        super(settings);
        this.refused = refused;
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return checked(processor, segment, super.fetchToken(processor, segment));
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, Segment segment) {
        return checked(processor, segment.getSegmentId(), super.fetchToken(processor, segment));
    }

    private @Nullable TrackingToken checked(
            String processor, int segment, @Nullable TrackingToken token) {
        refused.check(processor, segment, token);
        return token;
    }
}
