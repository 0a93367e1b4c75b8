package dev.mastro.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class TrackingTokensTest {

    private static final TrackingToken GAPS = GapAwareTrackingToken.newInstance(9, List.of(4L));

    @Test
    void every_kind_of_token_has_a_position() {
        assertThat(TrackingTokens.position(null)).isZero();
        assertThat(TrackingTokens.position(GAPS)).isEqualTo(9);
        assertThat(TrackingTokens.position(new GlobalSequenceTrackingToken(7))).isEqualTo(7);
        assertThat(TrackingTokens.position(ReplayToken.createReplayToken(GAPS))).isZero();
        assertThat(TrackingTokens.position(replayedTo(5))).isEqualTo(5);
    }

    @Test
    void a_replay_covers_what_it_has_replayed_and_no_more() {
        assertThat(TrackingTokens.covers(replayedTo(5), 5)).isTrue();
        assertThat(TrackingTokens.covers(replayedTo(5), 6)).isFalse();
    }

    @Test
    void a_gap_is_not_covered() {
        assertThat(TrackingTokens.covers(GAPS, 9)).isTrue();
        assertThat(TrackingTokens.covers(GAPS, 4)).isFalse();
        assertThat(TrackingTokens.covers(null, 1)).isFalse();
        assertThat(TrackingTokens.covers(null, 0)).isTrue();
        assertThat(TrackingTokens.covers(new GlobalSequenceTrackingToken(7), 7)).isTrue();
    }

    private static TrackingToken replayedTo(long position) {
        return ReplayToken.createReplayToken(
                GAPS, GapAwareTrackingToken.newInstance(position, List.of()));
    }
}
