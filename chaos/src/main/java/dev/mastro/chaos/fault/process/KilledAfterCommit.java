package dev.mastro.chaos.fault.process;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Trap;
import dev.mastro.chaos.world.Trap.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * F3: the node is killed when the server has committed and the node does not know it yet. The
 * answer to the commit is held back on its way, so no code of the product takes part.
 */
public final class KilledAfterCommit implements Fault {

    private static final String APPEND = "INSERT INTO ledger_event";
    private static final Duration SPRINGS_WITHIN = Duration.ofMinutes(2);

    @Override
    public String id() {
        return "F3";
    }

    @Override
    public String title() {
        return "`kill -9` between the commit and the response";
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
        Node victim = field.oneOf(field.world().commandNodes());
        return field.underLoad(() -> {
            CompletableFuture<Integer> ended = new CompletableFuture<>();
            victim.link()
                    .set(new Trap(APPEND, Moment.AFTER_COMMIT, _ -> ended.complete(victim.kill())));
            int code = ended.get(SPRINGS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            Patience.until(
                    SPRINGS_WITHIN,
                    "somebody has got no answer",
                    () -> field.history().count(Sending::isUnknown) > 0);
            field.world().start(victim);
            victim.awaitReady();
            return Evidence.of(
                    code == Node.KILLED,
                    "%s ended with %d at the answer to its commit".formatted(victim.name(), code));
        });
    }

    /** Whoever got no answer gets the one that was stored with the events. */
    @Override
    public List<String> complaints(History frozen, History settling, Rows rows) {
        Set<String> unanswered =
                frozen.unsettled().stream().map(it -> it.key()).collect(Collectors.toSet());
        Set<String> unheard =
                frozen.sendings().stream()
                        .filter(Sending::isUnknown)
                        .map(Sending::id)
                        .collect(Collectors.toSet());
        Set<String> committed =
                rows.events().stream()
                        .filter(event -> unheard.contains(String.valueOf(event.requestId())))
                        .map(EventRow::key)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        List<String> complaints = new ArrayList<>();
        if (committed.isEmpty()) {
            complaints.add("no command was committed without an answer");
        }
        settling.sendings().stream()
                .filter(it -> unanswered.contains(it.key()) && committed.contains(it.key()))
                .filter(it -> !it.isOk() || !it.replayed())
                .map(it -> "not the stored answer: " + it.inWords())
                .forEach(complaints::add);
        return complaints;
    }
}
