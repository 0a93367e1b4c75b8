package dev.mastro.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The medians and ratios as a table that people read. */
final class ResultTable {

    private static final String HEAD =
            """
            | figure | | Mastro | unit | baseline | | ratio | to reach | | measured |
            |---|---|---:|---|---|---:|---:|---|---|---|
            """;

    private ResultTable() {}

    static String of(List<Title> titles, List<Comparison> comparisons) {
        Map<String, Title> byFigure =
                titles.stream().collect(Collectors.toMap(Title::figure, Function.identity()));
        return comparisons.stream()
                .map(one -> row(Objects.requireNonNull(byFigure.get(one.figure())), one))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Title title, Comparison one) {
        String reached =
                title.aim().isReachedBy(one).map(yes -> yes ? "reached" : "not reached").orElse("");
        return "| %s. %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        one.figure(),
                        title.words(),
                        one.variant(),
                        Numbers.text(one.mastro()),
                        one.unit(),
                        one.baseline().map(Comparison.Baseline::name).orElse(""),
                        one.baseline().map(base -> Numbers.text(base.value())).orElse(""),
                        one.ratio().map(Numbers::ratio).orElse(""),
                        title.aim().words(one),
                        reached,
                        one.measured());
    }
}
