package dev.mastro.command.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a record whose components are all unwrapped records: one flat object for the client, small
 * records for us. Jackson alone would let unknown fields pass here.
 */
final class Unwrapped {

    private final JsonMapper mapper;

    Unwrapped(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static boolean isFlat(Class<?> type) {
        return type.isRecord() && RequestField.of(type).stream().allMatch(RequestField::unwrapped);
    }

    <T> T read(JsonNode body, Class<T> type) {
        if (!(body instanceof ObjectNode fields)) {
            throw RequestMistake.in("", "The body must be an object.");
        }
        Set<String> unknown = new TreeSet<>(fields.propertyNames());
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Set<String> names = namesOf(component.getType());
            unknown.removeAll(names);
            parts.add(mapper.treeToValue(part(fields, names), component.getType()));
        }
        for (String field : unknown) {
            throw new RequestMistake("UNKNOWN_FIELD", field, "There is no field " + field + ".");
        }
        return made(type, parts);
    }

    private ObjectNode part(ObjectNode fields, Set<String> names) {
        ObjectNode part = mapper.createObjectNode();
        fields.propertyStream()
                .filter(field -> names.contains(field.getKey()))
                .forEach(field -> part.set(field.getKey(), field.getValue()));
        return part;
    }

    private static Set<String> namesOf(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static <T> T made(Class<T> type, List<Object> parts) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts.toArray());
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
