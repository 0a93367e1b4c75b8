package dev.mastro.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class TrackingTokensTest {

    private static final TrackingToken NINE = new GlobalSequenceTrackingToken(9);
    private static final TrackingToken FIVE = new GlobalSequenceTrackingToken(5);

    @Test
    void every_kind_of_token_has_a_position() {
        assertThat(TrackingTokens.position(null)).isZero();
        assertThat(TrackingTokens.position(NINE)).isEqualTo(9);
        assertThat(TrackingTokens.position(ReplayToken.createReplayToken(NINE))).isZero();
        assertThat(TrackingTokens.position(ReplayToken.createReplayToken(NINE, FIVE))).isEqualTo(5);
    }

    @Test
    void of_two_readers_that_became_one_the_later_one_counts() {
        assertThat(TrackingTokens.position(MergedTrackingToken.merged(NINE, FIVE))).isEqualTo(5);
    }
}
