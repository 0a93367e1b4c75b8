package dev.mastro.chaos.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All sendings of a run, in the order in which they ended. It does not change any more. */
public record History(List<Sending> sendings) {

    public History {
        sendings = List.copyOf(sendings);
    }

    /** This one and what came after it. */
    public History and(History later) {
        return new History(Stream.concat(sendings.stream(), later.sendings.stream()).toList());
    }

    /** How many of a kind there are. */
    public int count(Predicate<Sending> kind) {
        return (int) sendings.stream().filter(kind).count();
    }

    /** The sendings of each key. */
    public Map<String, List<Sending>> byKey() {
        return sendings.stream()
                .collect(
                        Collectors.groupingBy(
                                Sending::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** One request of each key of which nobody knows yet what became of it. */
    public List<Request> unsettled() {
        return byKey().values().stream()
                .filter(sendings -> sendings.stream().anyMatch(Sending::isUnknown))
                .map(History::wanted)
                .toList();
    }

    /** One request of each key. */
    public List<Request> wanted() {
        return byKey().values().stream().map(History::wanted).toList();
    }

    private static Request wanted(List<Sending> sendings) {
        return sendings.stream()
                .filter(sending -> sending.role() != Role.CHANGED)
                .findFirst()
                .orElse(sendings.getFirst())
                .request();
    }
}
