package dev.mastro.command.catalog.file;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A value of a YAML file that still knows where it was written. */
sealed interface YamlNode {

    /** Splits {@code a[0].b} into {@code a}, {@code [0]} and {@code b}. */
    Pattern STEPS = Pattern.compile("(?=\\[)|\\.");

    Position at();

    /** Keys with their values, in the order of the file. */
    record Mapping(Position at, Map<String, YamlNode> entries) implements YamlNode {}

    /** A list. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {}

    /** A single value: its text exactly as written, and what YAML takes it for. */
    record Scalar(Position at, String text, JsonToken token) implements YamlNode {}

    /** The position of {@code key} below this node, or of the nearest node that exists. */
    default Position locate(String key) {
        Position nearest = at();
        YamlNode node = this;
        for (String step : STEPS.splitAsStream(key).toList()) {
            YamlNode next = node.child(step);
            if (next == null) {
                break;
            }
            node = next;
            nearest = next.at();
        }
        String path = at().path().isEmpty() ? key : at().path() + "." + key;
        return new Position(nearest.file(), nearest.line(), path);
    }

    private @Nullable YamlNode child(String step) {
        return switch (this) {
            case Mapping mapping -> mapping.entries().get(step);
            case Sequence sequence -> sequence.items().get(indexOf(step));
            case Scalar _ -> null;
        };
    }

    private static int indexOf(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }
}
