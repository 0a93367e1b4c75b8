package dev.mastro.chaos.tamper;

import java.util.List;
import java.util.function.Consumer;

/**
 * A change to a log.
 *
 * @param position the first one at which it must be found
 * @param what must be said of it
 */
public record Tampering(String name, long position, String what, Consumer<Forger> forgery) {

    static Tampering of(long position, String what, String... statements) {
        return new Tampering(
                String.join("; ", statements).replaceAll("\\s+", " "),
                position,
                what,
                forger -> List.of(statements).forEach(forger::run));
    }
}
