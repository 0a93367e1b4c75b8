package wrong.mastro.shared;

import tools.jackson.databind.json.JsonMapper;

public record JacksonInShared(JsonMapper json) {}
