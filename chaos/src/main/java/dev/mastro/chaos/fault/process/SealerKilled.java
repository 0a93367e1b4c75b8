package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Trap;
import dev.mastro.chaos.world.Trap.Moment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * F22: the node that seals is killed at one of its steps, in turn: when it takes the fence, when it
 * looks, before and after it writes seals, before and after the commit. Another one takes over.
 */
public final class SealerKilled implements Fault {

    private static final Duration SPRINGS_WITHIN = Duration.ofMinutes(2);
    private static final String SEAL = "INSERT INTO ledger_seal";

    private static final List<Step> STEPS =
            List.of(
                    new Step("pg_current_xact_id()", Moment.BEFORE_STATEMENT),
                    new Step("ledger_event AS unsealed", Moment.BEFORE_STATEMENT),
                    new Step(SEAL, Moment.BEFORE_STATEMENT),
                    new Step(SEAL, Moment.AFTER_STATEMENT),
                    new Step(SEAL, Moment.BEFORE_COMMIT),
                    new Step(SEAL, Moment.AFTER_COMMIT));

    private record Step(String mark, Moment moment) {}

    @Override
    public String id() {
        return "F22";
    }

    @Override
    public String title() {
        return "death of the sealer at each of its steps";
    }

    @Override
    public int repetitions() {
        return 50;
    }

    @Override
    public Plan plan() {
        return Plan.usual().legible();
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Step step = STEPS.get(field.run().repetition() % STEPS.size());
        return field.underLoad(() -> {
            Node victim = field.world().sealer();
            CompletableFuture<Integer> ended = new CompletableFuture<>();
            victim.link()
                    .set(new Trap(step.mark(), step.moment(), _ -> ended.complete(victim.kill())));
            int code = ended.get(SPRINGS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            Node successor = field.world().sealer();
            field.world().start(victim);
            victim.awaitReady();
            return Evidence.of(
                            code == Node.KILLED,
                            "%s ended with %d, %s %s"
                                    .formatted(victim.name(), code, step.moment(), step.mark()))
                    .requiring(!successor.equals(victim), "nobody took over");
        });
    }
}
