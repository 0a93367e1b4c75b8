package dev.mastro.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.codec.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSerializerTest {

    private static final AccountClosed CLOSED =
            new AccountClosed(new AccountId(new UUID(0, 1)), "moved", LocalDate.of(2026, 1, 31));

    private final EventSerializer serializer = EventSerializer.create();

    @Test
    void an_event_is_stored_under_its_name_and_revision() {
        SerializedObject<String> stored = serializer.serialize(CLOSED, String.class);

        assertThat(stored.getType()).isEqualTo(new SimpleSerializedType("AccountClosed", "1"));
        assertThat(stored.getData())
                .isEqualTo(
                        """
                        {"accountId":"00000000-0000-0000-0000-000000000001",\
                        "reason":"moved","effectiveOn":"2026-01-31"}\
                        """);
    }

    @Test
    void an_event_and_its_metadata_survive_a_round_trip() {
        MetaData metadata = MetaData.from(Map.of("actor", "finance", "requestId", "r-1"));

        assertThat(roundTrip(CLOSED)).isEqualTo(CLOSED);
        assertThat(roundTrip(metadata)).isEqualTo(metadata);
    }

    @Test
    void every_event_of_the_ledger_has_a_name_that_leads_back_to_it() {
        assertThat(EventTypes.all())
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(serializer.classForType(serializer.typeForClass(event)))
                                .isEqualTo(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.mastro.shared.account.AccountClosed",
                "java.util.ArrayList",
                "javax.script.ScriptEngineManager",
                "AccountClosed ",
                ""
            })
    void a_name_outside_the_list_is_never_turned_into_a_class(String name) {
        var stored =
                new SimpleSerializedObject<>(
                        "{}".getBytes(StandardCharsets.UTF_8), byte[].class, name, "1");

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessage("no event of the ledger is called " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "99", "1.1", "", "latest"})
    void a_revision_that_is_not_known_here_is_not_read(String revision) {
        var stored =
                new SimpleSerializedObject<>(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        byte[].class,
                        "AccountClosed",
                        revision);

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessage(
                        "AccountClosed has revision %s, and 1 is the latest that is known here",
                        revision);
    }

    @Test
    void what_is_no_event_cannot_be_stored_as_one() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event of the ledger: java.lang.String");
    }

    @Test
    void a_field_from_a_later_version_is_ignored() {
        var stored =
                new SimpleSerializedObject<>(
                        """
                        {"accountId": "00000000-0000-0000-0000-000000000001", "reason": "moved",
                         "effectiveOn": "2026-01-31", "later": [1, 2]}
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        byte[].class,
                        "AccountClosed",
                        "1");

        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(CLOSED);
    }

    private Object roundTrip(Object object) {
        return serializer.deserialize(serializer.serialize(object, byte[].class));
    }
}
