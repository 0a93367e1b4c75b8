package dev.mastro.eventstore.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the events are: the values of {@code mastro.event-store}. */
public enum EventStoreMode {
    /** In the table {@code ledger_event}. */
    POSTGRES("postgres"),
    /** In Axon Server, which also carries commands and queries between processes. */
    AXON_SERVER("axon-server");

    /** The one property that decides. */
    public static final String PROPERTY = "mastro.event-store";

    private final String key;

    EventStoreMode(String key) {
        this.key = key;
    }

    static EventStoreMode of(String key) {
        return Arrays.stream(values())
                .filter(mode -> mode.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(key)));
    }

    private static String unknown(String key) {
        String known = Arrays.stream(values()).map(m -> m.key).collect(Collectors.joining(" or "));
        return PROPERTY + " is " + key + ", but must be " + known;
    }
}
