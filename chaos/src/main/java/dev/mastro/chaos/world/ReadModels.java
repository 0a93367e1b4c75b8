package dev.mastro.chaos.world;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far the read models are, as a node that reads tells it. */
public record ReadModels(List<JsonNode> items) {

    private static final JsonMapper JSON = new JsonMapper();

    public ReadModels {
        items = List.copyOf(items);
    }

    /** What it tells now. */
    public static ReadModels of(Node reader) {
        return new ReadModels(
                JSON.readTree(Answers.get(reader, "/projections"))
                        .path("items")
                        .valueStream()
                        .toList());
    }

    /** What they are called. */
    public List<String> names() {
        return items.stream().map(one -> one.path("name").asString()).toList();
    }

    /** How far each of them is. */
    public String inWords() {
        return items.stream()
                .map(one ->
                        "%s %s by %s"
                                .formatted(
                                        one.path("name").asString(),
                                        one.path("status").asString(),
                                        one.path("lag").asString()))
                .collect(Collectors.joining(", "));
    }

    /** Whether any of them is being made again; its lag says nothing then. */
    public boolean isRebuilding() {
        return items.stream().anyMatch(one -> one.path("status").asString().equals("REBUILDING"));
    }

    /** Whether all of them show the end of the log, and none is being made again. */
    public boolean areCaughtUp() {
        return !isRebuilding() && items.stream().allMatch(one -> one.path("lag").asLong(1) == 0);
    }
}
