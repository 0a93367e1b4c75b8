package dev.mastro.chaos.trial;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.load.Sender;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends every key again of which nobody knows what became of it, and some of the others: the first
 * must come to a definite end, and the others to the same answer.
 */
final class Settling {

    private static final int AT_ONCE = 8;

    private final Sender sender;
    private final History frozen;

    Settling(Sender sender, History frozen) {
        this.sender = sender;
        this.frozen = frozen;
    }

    History frozen() {
        return frozen;
    }

    History send(World world, int others) {
        Set<Request> requests = new LinkedHashSet<>(frozen.unsettled());
        List<Request> all = frozen.wanted();
        int step = Math.max(1, all.size() / Math.max(1, others));
        for (int i = 0; i < all.size(); i += step) {
            requests.add(all.get(i));
        }
        List<Node> nodes = world.commandNodes();
        List<Callable<Sending>> sendings = new ArrayList<>();
        for (Request request : requests) {
            Node node = nodes.get(sendings.size() % nodes.size());
            sendings.add(() -> sender.send(request, Role.SETTLING, node));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Sending> settled = new ArrayList<>();
            for (Future<Sending> future : threads.invokeAll(sendings)) {
                settled.add(future.get());
            }
            return new History(settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
