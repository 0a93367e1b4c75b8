package dev.mastro.chaos.rows;

import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with its fields in the order of the alphabet, so that equal values are equal texts. */
final class Canonical {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private Canonical() {}

    static String of(String json) {
        return JSON.writeValueAsString(JSON.readTree(json));
    }
}
