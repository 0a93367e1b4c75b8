package dev.mastro.command.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a request record and what holds for it, looked up once: to ask the JDK again for
 * every request costs several times what reading the request does.
 */
record RequestField(
        String name,
        boolean unwrapped,
        boolean mayBeMissing,
        @Nullable Text limits,
        Method reader) {

    private static final ClassValue<List<RequestField>> KNOWN =
            new ClassValue<>() {
                @Override
                protected List<RequestField> computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents()).map(RequestField::of).toList();
                }
            };

    /** The fields of a record, in their order. */
    static List<RequestField> of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static RequestField of(RecordComponent component) {
        Method reader = component.getAccessor();
        reader.setAccessible(true);
        return new RequestField(
                component.getName(),
                component.isAnnotationPresent(JsonUnwrapped.class)
                        || reader.isAnnotationPresent(JsonUnwrapped.class),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.getAnnotation(Text.class),
                reader);
    }

    @Nullable Object valueIn(Record request) {
        try {
            return reader.invoke(request);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
