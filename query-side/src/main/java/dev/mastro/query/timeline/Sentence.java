package dev.mastro.query.timeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;

/** A fact in plain words, and the amounts it moved by name. */
record Sentence(String text, Map<String, Money> amounts) {

    Sentence {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    static Sentence of(String text) {
        return new Sentence(text, Map.of());
    }

    Sentence with(String name, Money amount) {
        Map<String, Money> more = new LinkedHashMap<>(amounts);
        more.put(name, amount);
        return new Sentence(text, more);
    }
}
