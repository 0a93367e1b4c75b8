package dev.mastro.command.http;

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
        for (RequestField field : RequestField.of(request.getClass())) {
            checkValue(field, field.unwrapped() ? path : name(path, field), field.valueIn(request));
        }
    }

    private static String name(String path, RequestField field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }

    private static void checkValue(RequestField rules, String field, @Nullable Object value) {
        switch (value) {
            case null -> {
                if (!rules.mayBeMissing()) {
                    throw RequestMistake.in(field, field + " is missing.");
                }
            }
            case String text -> {
                Text limits = rules.limits();
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
}
