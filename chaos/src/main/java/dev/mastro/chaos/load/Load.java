package dev.mastro.chaos.load;

import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Senders that go on until they are told to stop. The seed decides what each of them asks for and
 * of whom, and what it repeats, changes and sends twice at once; only the interleaving is left to
 * chance.
 */
public final class Load implements AutoCloseable {

    private static final int WHOLE = 100;
    private static final int REPEATS = 10;
    private static final int CHANGES = REPEATS + 2;
    private static final int TWINS = CHANGES + 1;
    private static final int REMEMBERED = 50;
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(1);

    private final Sender sender;
    private final String run;
    private final Population population;
    private final List<Node> nodes;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    private Load(Sender sender, String run, Population population, List<Node> nodes) {
        this.sender = sender;
        this.run = run;
        this.population = population;
        this.nodes = List.copyOf(nodes);
    }

    /** Begins with so many senders, which ask all of the nodes in turn. */
    public static Load begin(Sender sender, Crowd crowd, Population population, List<Node> nodes) {
        Load load = new Load(sender, crowd.run(), population, nodes);
        for (int i = 0; i < crowd.senders(); i++) {
            int number = i;
            load.threads.add(
                    Thread.ofVirtual()
                            .start(() -> load.send(number, new Random(crowd.seed() + number))));
        }
        return load;
    }

    /** Who sends: how many, under which seed, in which run. */
    public record Crowd(String run, long seed, int senders) {}

    /** Tells all to stop and waits for what is under way. */
    @Override
    public void close() {
        stopped.set(true);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(int number, Random random) {
        List<Request> sent = new ArrayList<>();
        for (int step = 0; !stopped.get(); step++) {
            Node node = nodes.get((number + step) % nodes.size());
            int kind = random.nextInt(WHOLE);
            String key = "%s-%d-%d".formatted(run, number, step);
            Request request = Wishes.next(population.choose(random), key, random);
            if (kind < CHANGES && !sent.isEmpty()) {
                Request earlier = sent.get(random.nextInt(sent.size()));
                again(earlier, kind < REPEATS ? Role.REPEAT : Role.CHANGED, node);
            } else {
                if (kind >= CHANGES && kind < TWINS) {
                    twice(request, node, nodes.get((number + step + 1) % nodes.size()));
                } else {
                    once(request, Role.FIRST, node);
                }
                remember(sent, request);
            }
        }
    }

    private void again(Request earlier, Role role, Node node) {
        once(role == Role.CHANGED ? Wishes.changed(earlier) : earlier, role, node);
    }

    private void twice(Request request, Node node, Node other) {
        Thread twin = Thread.ofVirtual().start(() -> once(request, Role.TWIN, other));
        once(request, Role.FIRST, node);
        try {
            twin.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Request request, Role role, Node node) {
        Sending sending = sender.send(request, role, node);
        if (sending.isUnknown()) {
            Patience.pause(AFTER_SILENCE);
        }
    }

    private static void remember(List<Request> sent, Request request) {
        sent.add(request);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
    }
}
