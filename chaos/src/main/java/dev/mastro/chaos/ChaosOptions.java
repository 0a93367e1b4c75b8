package dev.mastro.chaos;

import dev.mastro.chaos.fault.Faults;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Run.Size;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What can be chosen. */
record ChaosOptions(
        boolean isSmoke,
        Set<String> faults,
        OptionalInt repetitions,
        long seed,
        Path out,
        Path project,
        Path results,
        boolean onlyReports,
        boolean onlyCanaries,
        boolean isAgain) {

    private static final String SEED = "20250401";
    private static final Set<String> KNOWN =
            Set.of(
                    "--tier",
                    "--fault",
                    "--repetitions",
                    "--seed",
                    "--out",
                    "--results",
                    "--project",
                    "--report",
                    "--canaries",
                    "--again");

    /** As if each option stood alone: what is not said stays as it is. */
    static ChaosOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (!KNOWN.contains(parts[0])) {
                throw new IllegalArgumentException("unknown option " + parts[0]);
            }
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        Path project = Path.of(given.getOrDefault("--project", ""));
        return new ChaosOptions(
                isSmoke(given.getOrDefault("--tier", "release")),
                given.containsKey("--fault") ? known(given.get("--fault")) : Set.of(),
                given.containsKey("--repetitions")
                        ? OptionalInt.of(positive("--repetitions", given.get("--repetitions")))
                        : OptionalInt.empty(),
                number("--seed", given.getOrDefault("--seed", SEED)),
                Path.of(given.getOrDefault("--out", "data-chaos")),
                project,
                given.containsKey("--results")
                        ? Path.of(given.get("--results"))
                        : project.resolve("docs/reliability"),
                given.containsKey("--report"),
                given.containsKey("--canaries"),
                given.containsKey("--again"));
    }

    /** What is to be run. */
    Wanted wanted() {
        return new Wanted(plan(), isSmoke ? Size.SMOKE : Size.RELEASE, seed, isAgain);
    }

    /** The chosen faults, and how often each. */
    Map<Fault, Integer> plan() {
        List<Fault> tier = isSmoke && faults.isEmpty() ? Faults.smoke() : Faults.all();
        Map<Fault, Integer> plan = new LinkedHashMap<>();
        tier.stream()
                .filter(fault -> faults.isEmpty() || faults.contains(fault.id()))
                .forEach(fault ->
                        plan.put(fault, repetitions.orElse(isSmoke ? 1 : fault.repetitions())));
        return plan;
    }

    private static boolean isSmoke(String tier) {
        return switch (tier) {
            case "smoke" -> true;
            case "release" -> false;
            default -> throw new IllegalArgumentException("--tier is smoke or release");
        };
    }

    private static Set<String> known(String value) {
        Set<String> wanted = new HashSet<>(List.of(value.split(",")));
        List<String> all = Faults.all().stream().map(Fault::id).toList();
        if (wanted.isEmpty() || !all.containsAll(wanted)) {
            throw new IllegalArgumentException("--fault is some of " + String.join(",", all));
        }
        return wanted;
    }

    /** None at all would be a suite in which everything holds. */
    private static int positive(String name, String value) {
        int number = number(name, value);
        if (number == 0) {
            throw new IllegalArgumentException(name + " is a number from 1");
        }
        return number;
    }

    private static int number(String name, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " is a number");
        }
        return Integer.parseInt(value);
    }
}
