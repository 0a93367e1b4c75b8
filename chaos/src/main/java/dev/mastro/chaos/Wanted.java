package dev.mastro.chaos;

import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which repetitions are wanted.
 *
 * @param times how often each fault is to be brought about
 * @param seed to which each repetition adds its number
 * @param isAgain whether those are run too that have passed already
 */
record Wanted(Map<Fault, Integer> times, Size size, long seed, boolean isAgain) {

    Wanted {
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }

    /** Those of which something is to be run, in their order. */
    List<Fault> faults(ResultFile results) {
        return times.keySet().stream().filter(fault -> !left(fault, results).isEmpty()).toList();
    }

    /** What is to be run of a fault. */
    List<Run> left(Fault fault, ResultFile results) {
        return all(fault).filter(run -> isAgain || !results.hasPassed(fault.id(), run)).toList();
    }

    /** Whether each of them passed when it was last run. */
    boolean havePassed(ResultFile results) {
        return times.keySet().stream()
                .allMatch(fault -> all(fault).allMatch(run -> results.hasPassed(fault.id(), run)));
    }

    private Stream<Run> all(Fault fault) {
        return IntStream.rangeClosed(1, times.getOrDefault(fault, 0))
                .mapToObj(repetition -> Run.of(fault.id(), repetition, seed + repetition, size));
    }
}
