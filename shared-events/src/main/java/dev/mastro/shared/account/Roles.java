package dev.mastro.shared.account;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The roles that an account gave to its users, by their ids. Users whose role was {@code taken} are
 * remembered, so that nobody is more than a member by having been something before.
 */
public record Roles(Map<String, AccountRole> given, Set<String> taken) {

    public Roles {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        taken = Collections.unmodifiableSet(new TreeSet<>(taken));
    }

    /** No role was ever given. */
    public static Roles none() {
        return new Roles(Map.of(), Set.of());
    }

    /** The role of a user; empty for those whom the account never gave one. */
    public Optional<AccountRole> of(String user) {
        return Optional.ofNullable(taken.contains(user) ? AccountRole.MEMBER : given.get(user));
    }

    Roles with(String user, AccountRole role) {
        Map<String, AccountRole> more = new TreeMap<>(given);
        more.put(user, role);
        Set<String> less = new TreeSet<>(taken);
        less.remove(user);
        return new Roles(more, less);
    }

    Roles without(String user) {
        Map<String, AccountRole> less = new TreeMap<>(given);
        less.remove(user);
        Set<String> more = new TreeSet<>(taken);
        more.add(user);
        return new Roles(less, more);
    }
}
