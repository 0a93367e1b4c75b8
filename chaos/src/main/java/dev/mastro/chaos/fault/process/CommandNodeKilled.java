package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import java.util.List;

/** F1: SIGKILL for a command node under load; the others go on meanwhile, and it comes back. */
public final class CommandNodeKilled implements Fault {

    private static final int MEANWHILE = 40;

    @Override
    public String id() {
        return "F1";
    }

    @Override
    public String title() {
        return "`kill -9` of a command node under load";
    }

    @Override
    public int repetitions() {
        return 50;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        List<Node> nodes = field.world().commandNodes();
        Node victim = field.oneOf(nodes);
        Node other = nodes.stream().filter(node -> !node.equals(victim)).findFirst().orElseThrow();
        return field.underLoad(() -> {
            int code = victim.kill();
            field.awaitMoreAcknowledgedBy(other, field.run().size().of(MEANWHILE));
            field.world().start(victim);
            victim.awaitReady();
            return Evidence.of(
                    code == Node.KILLED, "%s ended with %d".formatted(victim.name(), code));
        });
    }
}
