package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void axon_names_all_messages_by_them() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void they_are_of_version_7() {
        UUID identifier = UUID.fromString(at(NOON));

        assertThat(identifier.version()).isEqualTo(7);
        assertThat(identifier.variant()).isEqualTo(2);
        assertThat(identifier.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void later_ones_come_later_within_a_millisecond_too() {
        List<String> identifiers =
                Stream.of(0, 1_000, 999_000, 1_000_000, 2_000_000)
                        .map(nanos -> at(NOON.plusNanos(nanos)))
                        .toList();

        assertThat(identifiers).isSorted();
    }

    @Test
    void those_of_one_instant_differ() {
        assertThat(at(NOON)).isNotEqualTo(at(NOON));
    }

    private static String at(Instant now) {
        return new TimeOrderedIdentifiers(() -> now).generateIdentifier();
    }
}
