package dev.mastro.eventstore.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache that holds on to its entries: they survive garbage collections and leave when
 * others are used more. Axon's repository removes an entry when its unit of work rolls back.
 */
public final class AggregateCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final Set<EntryListener> listeners = ConcurrentHashMap.newKeySet();

    /** A cache of at most {@code size} aggregates. */
    public AggregateCache(long size) {
        entries =
                Caffeine.newBuilder()
                        .maximumSize(size)
                        .evictionListener((key, value, cause) -> expired(key))
                        .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
    public <K, V> @Nullable V get(K key) {
        V value = (V) entries.getIfPresent(key);
        if (value != null) {
            tell(listener -> listener.onEntryRead(key, value));
        }
        return value;
    }

    @Override
    public void put(Object key, Object value) {
        boolean known = entries.asMap().put(key, value) != null;
        tell(listener -> written(listener, key, value, known));
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        boolean absent = entries.asMap().putIfAbsent(key, value) == null;
        if (absent) {
            tell(listener -> listener.onEntryCreated(key, value));
        }
        return absent;
    }

    @Override
    public boolean remove(Object key) {
        boolean removed = entries.asMap().remove(key) != null;
        if (removed) {
            tell(listener -> listener.onEntryRemoved(key));
        }
        return removed;
    }

    @Override
    public void removeAll() {
        Set<Object> removed = Set.copyOf(entries.asMap().keySet());
        entries.invalidateAll(removed);
        removed.forEach(key -> tell(listener -> listener.onEntryRemoved(key)));
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // Axon's interface leaves the type of a value to its caller
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void written(EntryListener listener, Object key, Object value, boolean known) {
        if (known) {
            listener.onEntryUpdated(key, value);
        } else {
            listener.onEntryCreated(key, value);
        }
    }

    private void expired(@Nullable Object key) {
        if (key != null) {
            tell(listener -> listener.onEntryExpired(key));
        }
    }

    private void tell(Consumer<EntryListener> news) {
        listeners.forEach(news);
    }
}
