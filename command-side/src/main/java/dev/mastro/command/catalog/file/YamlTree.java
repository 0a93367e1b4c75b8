package dev.mastro.command.catalog.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Turns the text of one file into nodes; refuses what no seller file needs. */
final class YamlTree {

    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final String file;
    private final YAMLParser parser;

    private YamlTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static YamlNode parse(String file, String text) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            YamlTree tree = new YamlTree(file, parser);
            return tree.document();
        } catch (JacksonException e) {
            throw notYaml(file, e);
        }
    }

    private YamlNode document() {
        Position start = new Position(file, 1, "");
        if (parser.nextToken() == null) {
            throw start.refuse("is empty");
        }
        YamlNode root = value(start);
        if (parser.nextToken() != null) {
            throw new Position(file, line(), "").refuse("has a second document");
        }
        return root;
    }

    private YamlNode value(Position at) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw at.refuse("must be written out, without anchors and aliases");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(at);
            case START_ARRAY -> sequence(at);
            case VALUE_NULL -> throw at.refuse("has no value");
            default -> scalar(at, token);
        };
    }

    private YamlNode scalar(Position at, JsonToken token) {
        String text = parser.getString();
        if (text.isEmpty()) {
            throw at.refuse("has no value");
        }
        return new YamlNode.Scalar(at, text, token);
    }

    private YamlNode mapping(Position at) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position position = at.key(key, line());
            parser.nextToken();
            if (entries.put(key, value(position)) != null) {
                throw position.refuse("is there twice");
            }
        }
        return new YamlNode.Mapping(at, entries);
    }

    private YamlNode sequence(Position at) {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(at.item(items.size(), line())));
        }
        return new YamlNode.Sequence(at, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static InvalidSellerFile notYaml(String file, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        int line = location == null ? 1 : location.getLineNr();
        String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return new Position(file, line, "").refuse("is not YAML: " + reason);
    }
}
