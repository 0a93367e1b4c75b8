package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class PositionedLogTest {

    private final GapAwareTrackingToken before =
            GapAwareTrackingToken.newInstance(7, List.of(4L, 5L));

    @Test
    void an_event_that_leads_further_lies_where_its_token_is() {
        assertThat(PositionedLog.position(before, before.advanceTo(9, 100))).isEqualTo(9);
        assertThat(PositionedLog.position(null, new GlobalSequenceTrackingToken(3))).isEqualTo(3);
    }

    @Test
    void an_event_that_fills_a_gap_lies_in_the_gap() {
        assertThat(PositionedLog.position(before, before.advanceTo(5, 100))).isEqualTo(5);
        assertThat(PositionedLog.position(before, before.advanceTo(4, 100))).isEqualTo(4);
    }

    @Test
    void a_token_that_no_single_event_explains_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        PositionedLog.position(
                                before, GapAwareTrackingToken.newInstance(7, List.of())));
    }
}
