package dev.mastro.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The medians of one variant of a figure: Mastro, and the baseline beside it where there is one.
 *
 * @param baseline its name and median; empty where the figure stands for itself
 * @param measured when, in which size, and how often
 */
public record Comparison(
        String figure,
        String variant,
        String unit,
        double mastro,
        Optional<Baseline> baseline,
        String measured) {

    /** The name and the median of what Mastro is compared with. */
    public record Baseline(String name, double value) {}

    /** How many times the baseline. */
    public Optional<Double> ratio() {
        return baseline.map(one -> mastro / one.value());
    }

    /** All comparisons, in the order in which they were measured. */
    public static List<Comparison> of(List<Sample> samples) {
        Map<List<String>, List<Sample>> variants = new LinkedHashMap<>();
        samples.forEach(one ->
                variants.computeIfAbsent(
                                List.of(one.figure(), one.variant()), _ -> new ArrayList<>())
                        .add(one));
        return variants.values().stream().map(Comparison::ofVariant).toList();
    }

    private static Comparison ofVariant(List<Sample> samples) {
        Map<String, List<Sample>> subjects = new LinkedHashMap<>();
        samples.forEach(
                one -> subjects.computeIfAbsent(one.subject(), _ -> new ArrayList<>()).add(one));
        Sample first = samples.getFirst();
        List<Sample> mastro = subjects.remove(Sample.MASTRO);
        if (mastro == null || subjects.size() > 1) {
            throw new IllegalStateException("figure " + first.figure() + ": " + subjects.keySet());
        }
        Optional<Baseline> baseline =
                subjects.entrySet().stream()
                        .map(one -> new Baseline(one.getKey(), median(one.getValue())))
                        .findFirst();
        return new Comparison(
                first.figure(),
                first.variant(),
                first.unit(),
                median(mastro),
                baseline,
                "%s, %d ×".formatted(first.measured(), mastro.size()));
    }

    private static double median(List<Sample> samples) {
        double[] values = samples.stream().mapToDouble(Sample::value).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
