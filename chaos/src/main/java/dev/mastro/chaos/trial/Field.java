package dev.mastro.chaos.trial;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Recorder;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.load.Load;
import dev.mastro.chaos.load.Load.Crowd;
import dev.mastro.chaos.load.Population;
import dev.mastro.chaos.load.Sender;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a fault works with: the world, the customers, and the load on it. */
public final class Field {

    private static final Duration GOES_ON_WITHIN = Duration.ofMinutes(3);

    private final World world;
    private final Run run;
    private final Recorder recorder;
    private final Sender sender;
    private final Population population;
    private final Random random;

    Field(World world, Run run, Recorder recorder, Sender sender, Population population) {
        this.world = world;
        this.run = run;
        this.recorder = recorder;
        this.sender = sender;
        this.population = population;
        this.random = new Random(run.seed());
    }

    /** What is done to the world while the load goes on. */
    @FunctionalInterface
    public interface Strike {
        /** Does it, and says what shows it. */
        Evidence act() throws Exception;
    }

    /** The processes and their database. */
    public World world() {
        return world;
    }

    /** Which run this is, and how large. */
    public Run run() {
        return run;
    }

    /** Chance, as the seed has it. */
    public Random random() {
        return random;
    }

    /** The customers of this run. */
    public Population population() {
        return population;
    }

    /** So many more of them, each with a plan that renews each month. */
    public Population moreCustomers(String name, int count) {
        return Population.settle(sender, run.name() + name, world.commandNodes(), count);
    }

    /** What was sent so far. */
    public History history() {
        return recorder.frozen();
    }

    /** Any of these. */
    public Node oneOf(List<Node> nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** The usual load before, during and after what is done. */
    public Evidence underLoad(Strike strike) throws Exception {
        return underLoad(population, run.size().senders(), strike);
    }

    /** The load of so many senders on these customers before, during and after what is done. */
    public Evidence underLoad(Population customers, int senders, Strike strike) throws Exception {
        Crowd crowd = new Crowd(run.name(), run.seed(), senders);
        try (Load _ = Load.begin(sender, crowd, customers, world.commandNodes())) {
            awaitMoreAcknowledged(run.size().before());
            Evidence evidence = strike.act();
            awaitMoreAcknowledged(run.size().after());
            return evidence;
        }
    }

    /** Waits until so many more commands have taken effect. */
    public void awaitMoreAcknowledged(int more) {
        int wanted = recorder.acknowledged() + more;
        Patience.until(
                GOES_ON_WITHIN,
                "%d more commands take effect".formatted(more),
                () -> recorder.acknowledged() >= wanted);
    }

    /** Waits until so many more commands have taken effect at one node. */
    public void awaitMoreAcknowledgedBy(Node node, int more) {
        int wanted = acknowledgedBy(node) + more;
        Patience.until(
                GOES_ON_WITHIN,
                "%d more commands take effect at %s".formatted(more, node.name()),
                () -> acknowledgedBy(node) >= wanted);
    }

    /** Sends these in their order, each by a thread of its own, and waits for all answers. */
    public void sendAtOnce(List<Delivery> deliveries) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                var _ = send(delivery);
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Sends one and waits for its answer. */
    @CanIgnoreReturnValue
    public Sending send(Delivery delivery) {
        return sender.send(delivery.request(), delivery.role(), delivery.node());
    }

    /** A request on its way to a node. */
    public record Delivery(Request request, Role role, Node node) {}

    private int acknowledgedBy(Node node) {
        return recorder.frozen()
                .count(sending -> sending.isOk() && sending.node().equals(node.name()));
    }
}
