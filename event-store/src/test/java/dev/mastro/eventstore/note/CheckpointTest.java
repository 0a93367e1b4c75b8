package dev.mastro.eventstore.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String NULL_HASH = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    "mastro/example",
                    Hash.ZERO,
                    new ChainLink(1000, Hash.ZERO),
                    Instant.parse("2026-01-01T00:00:00Z"));

    private static final String TEXT =
            """
            mastro/example
            1000
            HASH
            chain HASH
            time 2026-01-01T00:00:00Z
            """
                    .replace("HASH", NULL_HASH);

    @Test
    void a_checkpoint_is_written_and_read_as_the_standard_says() {
        assertThat(CHECKPOINT.text()).isEqualTo(TEXT);
        assertThat(Checkpoint.parse(TEXT)).isEqualTo(CHECKPOINT);
        assertThat(CHECKPOINT.size()).isEqualTo(1000);
    }

    @Test
    void lines_of_others_are_passed_over() {
        assertThat(Checkpoint.parse(TEXT.replace("chain", "weather fine\nchain")))
                .isEqualTo(CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000|01000",
                "1000|-1",
                "1000|99999999999999999999",
                "1000|9999999999999999999",
                "mastro/example|",
                "time |when ",
                "2026-01-01|2026-13-01",
                "chain |chains ",
                "chain AAAA|chain A"
            })
    void anything_else_is_refused(String change) {
        String[] parts = change.split("\\|", 2);
        String wrong = TEXT.replace(parts[0], parts[1]);

        assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(InvalidNote.class);
    }
}
