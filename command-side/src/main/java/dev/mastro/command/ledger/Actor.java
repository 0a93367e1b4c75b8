package dev.mastro.command.ledger;

import dev.mastro.command.catalog.ActorRole;

/** Who gives a command (api.md 1). */
public record Actor(ActorRole role, String name) {

    /** The system itself: billing runs and dunning. */
    public static final Actor SYSTEM = new Actor(ActorRole.SYSTEM, "mastro");

    /** Reads {@code <role>:<name>}, the form of the header and of the stored metadata. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not <role>:<name>: " + text);
        }
        String role = text.substring(0, colon).toUpperCase(java.util.Locale.ROOT);
        return new Actor(ActorRole.valueOf(role), text.substring(colon + 1));
    }

    /** The form of the header and of the stored metadata. */
    @Override
    public String toString() {
        return role.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }
}
