package dev.mastro.shared.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.LedgerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is stored for ever: one file per event and revision, read and written without a change. */
class StoredEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");

    private final JsonMapper json = LedgerJson.mapper();

    @ParameterizedTest
    @MethodSource("everyEvent")
    void stored_json_survives_a_round_trip(Class<? extends LedgerEvent> event) throws IOException {
        String stored = Files.readString(fileOf(event));

        LedgerEvent read = json.readValue(stored, event);

        assertThat(json.readTree(json.writeValueAsString(read))).isEqualTo(json.readTree(stored));
        assertThat(read.accountId()).isNotNull();
        assertThat(read.effectiveOn()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_event_is_known_by_its_name(Class<? extends LedgerEvent> event) {
        assertThat(EventTypes.find(EventTypes.nameOf(event))).isEqualTo(event);
        assertThat(EventTypes.isEvent(event)).isTrue();
    }

    @Test
    void no_file_is_of_an_event_that_is_no_more() throws IOException {
        List<String> expected =
                everyEvent().map(event -> fileOf(event).getFileName().toString()).sorted().toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(expected);
        }
    }

    @Test
    void only_billing_details_hold_personal_data() throws IOException {
        for (Class<? extends LedgerEvent> event : EventTypes.all()) {
            boolean personal = Files.readString(fileOf(event)).contains("@");

            assertThat(personal).isEqualTo(event.getSimpleName().equals("BillingDetailsChanged"));
        }
    }

    static Stream<Class<? extends LedgerEvent>> everyEvent() {
        return EventTypes.all().stream();
    }

    private static Path fileOf(Class<? extends LedgerEvent> event) {
        return GOLDEN.resolve(
                EventTypes.nameOf(event) + "." + EventTypes.revisionOf(event) + ".json");
    }
}
