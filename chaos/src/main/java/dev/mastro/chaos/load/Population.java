package dev.mastro.chaos.load;

import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.world.Node;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The customers of a run. The first is the busiest, the second half as busy, and so on. */
public record Population(List<Customer> customers) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 8;
    private static final long UNIT = 1_000_000;

    /** Opens so many accounts and lets each order a plan, before anything is broken. */
    public static Population settle(Sender sender, String run, List<Node> nodes, int count) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Customer>> openings =
                    IntStream.range(0, count)
                            .<Callable<Customer>>mapToObj(
                                    i -> () -> open(sender, run, nodes.get(i % nodes.size()), i))
                            .toList();
            return new Population(
                    threads.invokeAll(openings).stream().map(Population::result).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Customer open(Sender sender, String run, Node node, int number) {
        String key = "%s-open-%d".formatted(run, number);
        JsonNode opened = answer(sender.send(Wishes.opening(key, number), Role.FIRST, node));
        String account = opened.path("accountId").asString();
        JsonNode ordered =
                answer(sender.send(Wishes.plan(account, key + "-plan"), Role.FIRST, node));
        return new Customer(
                account, ordered.path("subscription").path("id").asString(), Wishes.seller(number));
    }

    private static JsonNode answer(Sending sending) {
        if (!sending.isOk()) {
            throw new IllegalStateException(
                    "the customers could not be settled: %s %s"
                            .formatted(sending.inWords(), sending.answer()));
        }
        return JSON.readTree(Objects.requireNonNull(sending.answer()));
    }

    private static Customer result(Future<Customer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Zipf's law: who is the n-th busiest is chosen in proportion to 1/n. */
    public Customer choose(Random random) {
        long all = 0;
        for (int i = 1; i <= customers.size(); i++) {
            all += UNIT / i;
        }
        long left = random.nextLong(all);
        for (int i = 1; i < customers.size(); i++) {
            left -= UNIT / i;
            if (left < 0) {
                return customers.get(i - 1);
            }
        }
        return customers.getLast();
    }

    /** Only the busiest. */
    public Population busiest(int count) {
        return new Population(customers.subList(0, Math.min(count, customers.size())));
    }
}
