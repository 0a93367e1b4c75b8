package dev.mastro.command.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Reads requests as they are meant and nothing else (api.md 1). */
final class StrictJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(Money.class, new StrictMoney())
                                    .addDeserializer(LocalDate.class, StrictTimes.date())
                                    .addDeserializer(Instant.class, StrictTimes.instant()))
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            texts ->
                                    texts.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .withCoercionConfigDefaults(all ->
                            all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                    .build();

    private StrictJson() {}

    /** The request in these bytes, or a {@link RequestMistake}. */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            T request = parsed(decoded(body), type);
            if (request == null) {
                throw RequestMistake.in("", "The body is missing.");
            }
            if (request instanceof Record fields) {
                RequestRules.check(fields);
            }
            return request;
        } catch (JacksonException e) {
            throw mistake(e);
        }
    }

    private static <T> @Nullable T parsed(String body, Class<T> type) {
        return Unwrapped.isFlat(type)
                ? new Unwrapped(MAPPER).read(MAPPER.readTree(body), type)
                : MAPPER.readValue(body, type);
    }

    /** UTF-8 and nothing else; Jackson would guess. */
    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw RequestMistake.in("", "The body is not UTF-8.");
        }
    }

    private static RequestMistake mistake(JacksonException failure) {
        String field = field(failure);
        return switch (failure) {
            case StrictMoney.MistakenMoney money ->
                    new RequestMistake(money.code(), field, field + ": " + money.inWords());
            case UnrecognizedPropertyException _ ->
                    new RequestMistake("UNKNOWN_FIELD", field, "There is no field " + field + ".");
            case MismatchedInputException mismatch when !field.isEmpty() ->
                    RequestMistake.in(field, field + " must be " + expected(mismatch) + ".");
            default ->
                    RequestMistake.in(
                            field, "The body is not the JSON expected here" + place(failure) + ".");
        };
    }

    private static String place(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Boolean", "boolean" -> "true or false";
            case "LocalDate" -> "a date like 2025-04-28";
            case "Instant" -> "an instant like 2025-04-28T10:00:00Z";
            case "List" -> "a list";
            default -> "an object";
        };
    }

    /** {@code changes[0].type}. */
    private static String field(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
