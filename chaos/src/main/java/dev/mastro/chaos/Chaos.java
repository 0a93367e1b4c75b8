package dev.mastro.chaos;

import dev.mastro.chaos.canary.Canaries;
import dev.mastro.chaos.canary.Canary.Catch;
import dev.mastro.chaos.report.CanaryFile;
import dev.mastro.chaos.report.ReliabilityPage;
import dev.mastro.chaos.report.ResultFile;
import java.util.List;

/** {@code ./mastro chaos}: brings faults about, and tells what held. */
public final class Chaos {

    private static final int WRONG_OPTION = 2;

    private Chaos() {}

    /** Exit code 0 when all that was wanted has passed, 1 when not, 2 for a wrong option. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        ChaosOptions options;
        try {
            options = ChaosOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("mastro: " + e.getMessage());
            return WRONG_OPTION;
        }
        return run(options);
    }

    private static int run(ChaosOptions options) {
        ResultFile results = new ResultFile(options.results().resolve("results.csv"));
        CanaryFile canaries = new CanaryFile(options.results().resolve("canaries.csv"));
        if (options.onlyReports()) {
            ReliabilityPage.of(results.lines(), canaries.rows())
                    .writeTo(options.project().resolve("docs/reliability.md"));
            return 0;
        }
        if (options.onlyCanaries()) {
            List<Catch> catches = Canaries.fly(WorldStage.newFolder(options.out()), options.seed());
            canaries.write(catches);
            catches.forEach(System.out::println);
            return catches.stream().allMatch(Catch::isCaught) ? 0 : 1;
        }
        Wanted wanted = options.wanted();
        new Suite(plan -> WorldStage.open(options.out(), plan), results, System.out::println)
                .run(wanted);
        return wanted.havePassed(results) ? 0 : 1;
    }
}
