package dev.mastro.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSerializerTest {

    private static final GapAwareTrackingToken GAPS =
            GapAwareTrackingToken.newInstance(12, List.of(3L, 7L));

    private final Serializer serializer = MessageSerializer.create();

    record Command(Money amount, LocalDate on, Instant at, Map<String, String> notes) {}

    static final class Snapshot {
        private long licences = 7;
        private String product = "pro";

        @Override
        public String toString() {
            return licences + " " + product;
        }
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void every_kind_of_token_survives_a_round_trip(TrackingToken token) {
        assertThat(roundTrip(token)).isEqualTo(token);
    }

    static Stream<TrackingToken> tokens() {
        return Stream.of(
                GAPS,
                new GlobalSequenceTrackingToken(5),
                new ConfigToken(Map.of("id", "x")),
                new MergedTrackingToken(GAPS, GapAwareTrackingToken.newInstance(20, List.of())),
                ReplayToken.createReplayToken(
                        GAPS, GapAwareTrackingToken.newInstance(2, List.of())),
                ReplayToken.createReplayToken(GAPS));
    }

    @Test
    void a_command_keeps_its_money_dates_and_instants() {
        Command command =
                new Command(
                        Money.of(CurrencyUnit.USD, 10).plusMinor(5),
                        LocalDate.of(2026, 2, 28),
                        Instant.parse("2026-02-28T10:11:12.123456789Z"),
                        Map.of("a", "b"));

        assertThat(roundTrip(command)).isEqualTo(command);
    }

    @Test
    void a_snapshot_of_private_fields_is_not_empty() {
        Snapshot snapshot = new Snapshot();
        snapshot.licences = 9;
        snapshot.product = "business";

        assertThat(roundTrip(snapshot)).hasToString("9 business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.script.ScriptEngineManager", "com.zaxxer.hikari.HikariConfig"})
    void a_class_of_somebody_else_is_never_loaded(String name) {
        var stored =
                new SimpleSerializedObject<>(
                        "{}".getBytes(StandardCharsets.UTF_8), byte[].class, name, null);

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessage("refused to read a message of type " + name);
    }

    private Object roundTrip(Object object) {
        return serializer.deserialize(serializer.serialize(object, byte[].class));
    }
}
