package dev.mastro.command.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that was refused: a stable code, plain words, the numbers and ids that explain it, and
 * what would help.
 */
public record Refusal(
        Rejection rejection, String detail, Map<String, Object> facts, @Nullable String remedy) {

    public Refusal {
        facts = Map.copyOf(facts);
    }
}
