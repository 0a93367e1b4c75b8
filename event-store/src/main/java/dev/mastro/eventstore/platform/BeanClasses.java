package dev.mastro.eventstore.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Checks that the beans in place are the ones that were meant, by their very class. */
final class BeanClasses implements StartupCheck {

    private final Map<Object, Class<?>> expected = new LinkedHashMap<>();

    BeanClasses expect(Class<?> type, Object bean) {
        expected.put(bean, type);
        return this;
    }

    @Override
    public void check() {
        expected.forEach((bean, type) ->
                StartupCheck.require(
                        bean.getClass() == type,
                        "expected a %s as part of the event store, found a %s"
                                .formatted(type.getName(), bean.getClass().getName())));
    }
}
