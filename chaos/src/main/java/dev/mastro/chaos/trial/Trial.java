package dev.mastro.chaos.trial;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Recorder;
import dev.mastro.chaos.invariant.Invariants;
import dev.mastro.chaos.invariant.Violation;
import dev.mastro.chaos.load.Population;
import dev.mastro.chaos.load.Sender;
import dev.mastro.chaos.rows.RowReader;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.rows.TokenRow;
import dev.mastro.chaos.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings a fault about once and looks at everything afterwards. */
public final class Trial {

    private final World world;
    private final Path folder;

    /** Trials in this world, which keep what they have sent in this folder. */
    public Trial(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** Answers what was found; that the system does not come back is a finding too. */
    public Result of(Fault fault, Run run) {
        long begunAt = System.nanoTime();
        try (Recorder recorder = Recorder.in(folder.resolve(run.name() + "history.jsonl"));
                Sender sender = new Sender(run.name(), recorder)) {
            Struck struck = strike(fault, run, recorder, sender);
            List<String> violations = new ArrayList<>(struck.evidence().complaints());
            History frozen = recorder.frozen();
            violations.addAll(afterwards(fault, run, struck, new Settling(sender, frozen)));
            return new Result(
                    fault.id(),
                    run.repetition(),
                    run.seed(),
                    Result.verdict(struck.evidence(), violations),
                    run.size().inWords() + struck.evidence().what(),
                    Result.Counts.of(frozen),
                    violations,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begunAt));
        }
    }

    private record Struck(Evidence evidence, long before, List<TokenRow> looks) {}

    private Struck strike(Fault fault, Run run, Recorder recorder, Sender sender) {
        long before = new RowReader(world.database()).lastIndex();
        try (TokenWatch watch = TokenWatch.begin(world)) {
            Evidence evidence;
            try {
                Population population =
                        Population.settle(
                                sender, run.name(), world.commandNodes(), run.size().accounts());
                evidence = fault.strike(new Field(world, run, recorder, sender, population));
            } catch (Exception e) {
                evidence = Evidence.of(false, "none").requiring(false, "it broke off: " + e);
            }
            return new Struck(evidence, before, watch.looks());
        }
    }

    /** From here on everything is healed, and nothing of the history changes. */
    private List<String> afterwards(Fault fault, Run run, Struck struck, Settling settling) {
        try {
            world.awaitSettled();
            History settled = settling.send(world, run.size().resent());
            world.awaitSettled();
            Rows rows = new RowReader(world.database()).read(run.name(), struck.before());
            List<String> violations =
                    new ArrayList<>(fault.complaints(settling.frozen(), settled, rows));
            Invariants.quick(settling.frozen(), settled, rows, struck.looks()).stream()
                    .map(Violation::toString)
                    .forEach(violations::add);
            return violations;
        } catch (RuntimeException e) {
            return List.of("I13: it does not come back: " + e);
        }
    }
}
