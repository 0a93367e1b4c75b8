package dev.mastro.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /** The example of RFC 9562, appendix A.4. */
    @Test
    void an_id_is_a_uuid_of_version_5() {
        assertThat(DerivedIds.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void other_names_and_other_parents_give_other_ids() {
        assertThat(DerivedIds.of(DNS, "a")).isNotEqualTo(DerivedIds.of(DNS, "b"));
        assertThat(DerivedIds.of(DNS, "a"))
                .isNotEqualTo(DerivedIds.of(DerivedIds.of(DNS, "a"), "a"));
    }
}
