package dev.mastro.command.catalog.file;

import dev.mastro.command.catalog.ImpossibleValue;
import dev.mastro.command.catalog.file.YamlNode.Mapping;
import dev.mastro.command.catalog.file.YamlNode.Scalar;
import dev.mastro.command.catalog.file.YamlNode.Sequence;
import dev.mastro.shared.money.TaxRate;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Builds records from nodes. The records are the schema: their components are the keys, their
 * constructors the checks, and only an {@link Optional} component may be left out.
 */
final class RecordBinder {

    private RecordBinder() {}

    static <R extends Record> R bind(Class<R> type, YamlNode node) {
        return type.cast(ofRecord(type, node));
    }

    private static Object ofRecord(Class<?> type, YamlNode node) {
        Mapping mapping = mapping(node);
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
        mapping.entries()
                .forEach((key, value) -> {
                    if (!known.contains(key)) {
                        throw value.at().refuse("unknown key, known are " + known);
                    }
                });
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], mapping);
        }
        return construct(type, components, values, mapping);
    }

    private static Object component(RecordComponent component, Mapping mapping) {
        @Nullable YamlNode value = mapping.entries().get(component.getName());
        if (component.getType() == Optional.class) {
            return Optional.ofNullable(value)
                    .map(node -> ofType(argument(component.getGenericType(), 0), node));
        }
        if (value == null) {
            throw mapping.locate(component.getName()).refuse("is missing");
        }
        return ofType(component.getGenericType(), value);
    }

    private static Object construct(
            Class<?> type, RecordComponent[] components, Object[] values, Mapping mapping) {
        try {
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ImpossibleValue impossible) {
                throw mapping.locate(impossible.key()).refuse(impossible.reason());
            }
            throw new IllegalStateException("cannot build " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type, e);
        }
    }

    private static Object ofType(Type type, YamlNode node) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, node);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() && plain != TaxRate.class
                ? ofRecord(plain, node)
                : ofScalar(plain, scalar(node));
    }

    private static Object ofScalar(Class<?> type, Scalar scalar) {
        if (type.isEnum()) {
            return Scalars.constant(type, scalar.at(), scalar.text());
        } else if (type == String.class) {
            return Scalars.text(scalar);
        } else if (type == int.class || type == Integer.class) {
            return Scalars.wholeNumber(scalar);
        } else if (type == boolean.class) {
            return Scalars.yesOrNo(scalar);
        } else if (type == LocalDate.class) {
            return Scalars.date(scalar);
        } else if (type == TaxRate.class) {
            return Scalars.percent(scalar);
        }
        throw new IllegalStateException("no reader for " + type);
    }

    private static Object ofGeneric(ParameterizedType type, YamlNode node) {
        if (type.getRawType() == List.class) {
            return list(argument(type, 0), node);
        } else if (type.getRawType() == Set.class) {
            return set(argument(type, 0), node);
        } else if (type.getRawType() == Map.class) {
            return map(type, mapping(node));
        }
        throw new IllegalStateException("no reader for " + type);
    }

    private static List<Object> list(Type type, YamlNode node) {
        List<Object> items = new ArrayList<>();
        sequence(node).items().forEach(item -> items.add(ofType(type, item)));
        return items;
    }

    private static Set<Object> set(Type type, YamlNode node) {
        Set<Object> items = new LinkedHashSet<>();
        for (YamlNode item : sequence(node).items()) {
            if (!items.add(ofType(type, item))) {
                throw item.at().refuse("is there twice: " + scalar(item).text());
            }
        }
        return items;
    }

    private static Map<Object, Object> map(ParameterizedType type, Mapping mapping) {
        Map<Object, Object> map = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> put(map, type, key, value));
        return map;
    }

    private static void put(
            Map<Object, Object> map, ParameterizedType type, String key, YamlNode value) {
        Class<?> keyType = (Class<?>) argument(type, 0);
        if (keyType == CurrencyUnit.class) {
            CurrencyUnit currency = Scalars.currency(value.at(), key);
            map.put(currency, Scalars.amount(currency, scalar(value)));
        } else {
            map.put(Scalars.constant(keyType, value.at(), key), ofType(argument(type, 1), value));
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Mapping mapping(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw node.at().refuse("must have keys of its own");
    }

    private static Sequence sequence(YamlNode node) {
        if (node instanceof Sequence sequence) {
            return sequence;
        }
        throw node.at().refuse("must be a list");
    }

    private static Scalar scalar(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw node.at().refuse("must be a single value");
    }
}
