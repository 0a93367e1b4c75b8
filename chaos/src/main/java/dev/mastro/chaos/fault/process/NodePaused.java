package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * F10: a node is stopped for a while and goes on as if nothing had been: the sealer, a node that
 * projects, a node that decides, in turn. A sealer that is away for longer than its lock lasts must
 * have been replaced.
 */
public final class NodePaused implements Fault {

    private static final List<Integer> SECONDS = List.of(2, 8, 30, 90);
    private static final int LOCK_LASTS = 20;
    private static final int KINDS = 3;

    @Override
    public String id() {
        return "F10";
    }

    @Override
    public String title() {
        return "a node or the sealer stopped for a while (SIGSTOP, SIGCONT)";
    }

    @Override
    public int repetitions() {
        return 30;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        int repetition = field.run().repetition();
        int seconds = SECONDS.get(repetition / KINDS % SECONDS.size());
        Node sealer = field.world().sealer();
        Node victim =
                switch (repetition % KINDS) {
                    case 0 -> sealer;
                    case 1 -> field.oneOf(field.world().queryNodes());
                    default -> field.oneOf(field.world().commandNodes());
                };
        return field.underLoad(() -> {
            victim.pause();
            Patience.pause(Duration.ofSeconds(seconds));
            boolean wasStill = victim.isAlive() && !answers(victim);
            Node sealerNow = seconds > LOCK_LASTS ? field.world().sealer() : sealer;
            victim.goOn();
            boolean replaced = !victim.equals(sealer) || !sealerNow.equals(sealer);
            return Evidence.of(
                            wasStill,
                            "%s%s stopped for %d s"
                                    .formatted(
                                            victim.name(),
                                            victim.equals(sealer) ? ", the sealer," : "",
                                            seconds))
                    .requiring(
                            seconds <= LOCK_LASTS || replaced,
                            "nobody took over from the sealer that was stopped");
        });
    }

    private static boolean answers(Node node) {
        try {
            return node.isReady();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
