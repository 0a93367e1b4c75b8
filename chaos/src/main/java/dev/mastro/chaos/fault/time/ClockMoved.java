package dev.mastro.chaos.fault.time;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** F12, in the process: the simulated clock of all nodes jumps ahead under load. */
public final class ClockMoved implements Fault {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration JUMP = Duration.ofHours(25);

    @Override
    public String id() {
        return "F12";
    }

    @Override
    public String title() {
        return "the clock of all nodes jumps ahead by 25 hours (simulated clock)";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Node node = field.oneOf(field.world().commandNodes());
        return field.underLoad(() -> {
            Instant before = now(node);
            Instant wanted = before.plus(JUMP);
            var _ = Answers.put(node, "/clock", "{\"now\": \"%s\"}".formatted(wanted));
            Instant after = now(field.oneOf(field.world().commandNodes()));
            return Evidence.of(!after.isBefore(wanted), "from %s to %s".formatted(before, after));
        });
    }

    private static Instant now(Node node) {
        return Instant.parse(JSON.readTree(Answers.get(node, "/clock")).path("now").asString());
    }
}
