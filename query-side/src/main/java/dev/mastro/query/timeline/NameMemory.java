package dev.mastro.query.timeline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The names that were asked for most lately; the others are in the table. */
final class NameMemory {

    private static final int KEPT = 50_000;

    private final Map<UUID, String> names = new LinkedHashMap<>(KEPT, 0.75f, true);

    Map<UUID, String> names() {
        return names;
    }

    /** Comes between two batches: within one, nothing that was loaded for it may go. */
    void forgetTheOldest() {
        Iterator<UUID> oldest = names.keySet().iterator();
        for (int surplus = names.size() - KEPT; surplus > 0; surplus--) {
            var _ = oldest.next();
            oldest.remove();
        }
    }
}
