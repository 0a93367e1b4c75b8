package dev.mastro.chaos;

import dev.mastro.chaos.report.ReliabilityPage;
import dev.mastro.chaos.report.ResultFile;
import dev.mastro.chaos.trial.Verdict;

/** {@code ./mastro chaos}: brings faults about, and tells what held. */
public final class Chaos {

    private static final int WRONG_OPTION = 2;

    private Chaos() {}

    /** Exit code 0 when everything held, 1 when something did not, 2 for a wrong option. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        ChaosOptions options;
        try {
            options = ChaosOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("mastro: " + e.getMessage());
            return WRONG_OPTION;
        }
        ResultFile results = new ResultFile(options.out().resolve("results.csv"));
        if (options.onlyReports()) {
            ReliabilityPage.of(results.lines())
                    .writeTo(options.project().resolve("docs/reliability.md"));
            return 0;
        }
        new Suite(options.out(), options.size(), options.seed(), System.out::println)
                .run(options.plan());
        return results.lines().stream()
                        .anyMatch(line -> line.result().verdict() == Verdict.VIOLATED)
                ? 1
                : 0;
    }
}
