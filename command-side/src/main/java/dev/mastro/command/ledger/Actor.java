package dev.mastro.command.ledger;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.shared.account.Roles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who gives a command (api.md 1). The caller vouches for {@code role}; {@code given} is the role
 * that the account itself gave to this user, if any, and then only what both may do is allowed.
 */
public record Actor(ActorRole role, String name, Optional<ActorRole> given) {

    /** The system itself: billing runs and dunning. */
    public static final Actor SYSTEM = new Actor(ActorRole.SYSTEM, "mastro");

    /** Somebody to whom no account gave a role. */
    public Actor(ActorRole role, String name) {
        this(role, name, Optional.empty());
    }

    /** Reads {@code <role>:<name>}, the form of the header and of the stored metadata. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not <role>:<name>: " + text);
        }
        String role = text.substring(0, colon).toUpperCase(Locale.ROOT);
        return new Actor(ActorRole.valueOf(role), text.substring(colon + 1));
    }

    /** The same actor on an account, whose roles bind the customer's people only. */
    public Actor on(Roles roles) {
        return role.ofSeller()
                ? this
                : new Actor(role, name, roles.of(name).map(one -> ActorRole.valueOf(one.name())));
    }

    /** The roles that must all allow what the actor does. */
    public List<ActorRole> roles() {
        return Stream.concat(Stream.of(role), given.stream()).distinct().toList();
    }

    /** The form of the header and of the stored metadata. */
    @Override
    public String toString() {
        return role.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
