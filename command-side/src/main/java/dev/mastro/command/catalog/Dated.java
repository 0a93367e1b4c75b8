package dev.mastro.command.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A version that holds from a date on, until the next one begins. */
interface Dated {

    String version();

    LocalDate from();

    /** The version that holds on {@code date}, if one has begun. */
    static <T extends Dated> Optional<T> holding(List<T> versions, LocalDate date) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(date))
                .max(Comparator.comparing(Dated::from));
    }

    /** Versions have a name of their own each and are listed by rising dates. */
    static void requireInOrder(List<? extends Dated> versions, String key) {
        ImpossibleValue.requireSome(versions, key);
        Set<String> names = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (int i = 0; i < versions.size(); i++) {
            Dated version = versions.get(i);
            String path = key + "[" + i + "]";
            ImpossibleValue.require(
                    names.add(version.version()),
                    path + ".version",
                    "is there twice: " + version.version());
            ImpossibleValue.require(
                    version.from().isAfter(last),
                    path + ".from",
                    "must be after " + last + " of the version before, got " + version.from());
            last = version.from();
        }
    }
}
