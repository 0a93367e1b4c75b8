package dev.mastro.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.seal.StoredFields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What nobody has altered can be wrong as well: the process that wrote it was. */
class LedgerWalkTest {

    private static final byte[] HASH = new byte[32];

    private static final String CLOSED =
            """
            {"accountId": "00000000-0000-0000-0000-000000000001", "reason": "moved",
             "effectiveOn": "2026-01-01"}
            """;

    private final LedgerWalk walk = new LedgerWalk();

    @Test
    void a_stream_without_holes_is_all_right() {
        follow(1, 0, "AccountClosed", CLOSED);
        follow(2, 1, "AccountClosed", CLOSED);

        assertThat(walk.findings()).isEmpty();
        assertThat(walk.events()).isEqualTo(2);
        assertThat(walk.streams()).isEqualTo(1);
    }

    @Test
    void a_hole_in_a_stream_is_found_once() {
        follow(1, 0, "AccountClosed", CLOSED);
        follow(2, 2, "AccountClosed", CLOSED);
        follow(3, 3, "AccountClosed", CLOSED);

        assertThat(walk.findings())
                .containsExactly(
                        new Finding(2, "event 2 of stream one comes where 1 was expected"));
    }

    @Test
    void an_event_that_is_there_twice_is_found() {
        follow(1, 0, "AccountClosed", CLOSED);
        follow(2, 0, "AccountClosed", CLOSED);

        assertThat(walk.findings())
                .containsExactly(
                        new Finding(2, "event 0 of stream one comes where 1 was expected"));
    }

    @Test
    void an_event_that_nobody_can_post_is_found() {
        follow(1, 0, "AccountClosed", "no JSON");
        follow(2, 1, "SomethingElse", CLOSED);

        assertThat(walk.findings()).extracting(Finding::position).containsExactly(1L, 2L);
        assertThat(walk.findings())
                .extracting(Finding::what)
                .allMatch(what -> what.contains("cannot be posted"));
    }

    private void follow(long position, long sequence, String type, String payload) {
        walk.follow(
                new SealedRow(
                        position,
                        HASH,
                        HASH,
                        new StoredFields(
                                "00000000-0000-4000-8000-000000000001",
                                "Account",
                                "one",
                                sequence,
                                "2026-01-01T00:00:00.123456Z",
                                type,
                                "1",
                                payload.getBytes(StandardCharsets.UTF_8),
                                "{\"actor\": \"test\"}".getBytes(StandardCharsets.UTF_8))));
    }
}
