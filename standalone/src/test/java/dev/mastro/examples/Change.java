package dev.mastro.examples;

import java.util.Map;

/** A change of an order (api.md 3). */
record Change(String type, String product, String fields) {

    static Change start(String product, String cycle, int licences) {
        return new Change(
                "START",
                "",
                "\"product\": \"%s\", \"cycle\": \"%s\", \"licences\": %d"
                        .formatted(product, cycle, licences));
    }

    /** The total wanted of the subscription ordered last. */
    static Change total(int total) {
        return new Change("ADJUST_LICENCES", "", "\"total\": " + total);
    }

    static Change product(String product, int total) {
        return new Change(
                "CHANGE_PRODUCT",
                "",
                "\"product\": \"%s\", \"total\": %d".formatted(product, total));
    }

    static Change cycle(String cycle) {
        return new Change("SWITCH_CYCLE", "", "\"cycle\": \"" + cycle + "\"");
    }

    /** The same change of the subscription to this product. */
    Change of(String other) {
        return new Change(type, other, fields);
    }

    String json(Map<String, String> subscriptions) {
        return type.equals("START")
                ? "{\"type\": \"START\", %s}".formatted(fields)
                : "{\"type\": \"%s\", \"subscription\": \"%s\", %s}"
                        .formatted(type, subscriptions.get(product), fields);
    }
}
