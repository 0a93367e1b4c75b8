package dev.mastro.chaos;

import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Result.Counts;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Run.Size;
import dev.mastro.chaos.trial.Verdict;
import java.util.List;

/** Results of repetitions that nobody has run. */
final class RunFixture {

    private RunFixture() {}

    static Result ended(Fault fault, Run run, Verdict verdict) {
        return new Result(
                fault.id(),
                run.repetition(),
                run.seed(),
                verdict,
                (run.size().isSmall() ? Size.SMALL : "") + "process killed",
                new Counts(1, 1, 0, 0, 5),
                verdict == Verdict.VIOLATED ? List.of("I1: lost") : List.of(),
                1);
    }
}
