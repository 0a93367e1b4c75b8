package dev.mastro.command.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every request record: nothing missing that is needed, and clean texts. */
final class RequestRules {

    private static final int LONGEST = 255;

    private RequestRules() {}

    static void check(Record request) {
        check(request, "");
    }

    /** A text from a path or a header. */
    static String clean(String field, String text) {
        checkText(field, text, LONGEST, false);
        return text;
    }

    private static void check(Record request, String path) {
        for (RecordComponent component : request.getClass().getRecordComponents()) {
            String field = Unwrapped.isUnwrapped(component) ? path : name(path, component);
            checkValue(component, field, valueOf(component, request));
        }
    }

    private static String name(String path, RecordComponent component) {
        return path.isEmpty() ? component.getName() : path + "." + component.getName();
    }

    private static void checkValue(
            RecordComponent component, String field, @Nullable Object value) {
        switch (value) {
            case null -> {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw RequestMistake.in(field, field + " is missing.");
                }
            }
            case String text -> {
                Text limits = component.getAnnotation(Text.class);
                checkText(
                        field,
                        text,
                        limits == null ? LONGEST : limits.max(),
                        limits != null && limits.mayBeBlank());
            }
            case List<?> list -> checkEntries(field, list);
            case Record nested -> check(nested, field);
            default -> {}
        }
    }

    private static void checkEntries(String field, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            String entry = field + "[" + i + "]";
            switch (list.get(i)) {
                case null -> throw RequestMistake.in(entry, entry + " must not be null.");
                case Record nested -> check(nested, entry);
                case String text -> checkText(entry, text, LONGEST, false);
                default -> {}
            }
        }
    }

    private static void checkText(String field, String text, int max, boolean mayBeBlank) {
        if (text.isBlank() && !mayBeBlank) {
            throw RequestMistake.in(field, field + " must not be blank.");
        }
        if (text.codePointCount(0, text.length()) > max) {
            throw RequestMistake.in(
                    field, "%s must have at most %d characters.".formatted(field, max));
        }
        if (text.codePoints().anyMatch(RequestRules::isNoCharacter)) {
            throw RequestMistake.in(field, field + " must not contain control characters.");
        }
    }

    private static boolean isNoCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record request) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(request);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
