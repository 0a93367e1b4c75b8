package dev.mastro.chaos.fault.race;

import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.load.Wishes;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.trial.Field.Delivery;
import dev.mastro.chaos.world.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * F16: the same request two to fifty times, one after the other and at once, at all nodes, and
 * again after one of them was killed and came back.
 */
public final class DuplicateDelivery implements Fault {

    private static final int KEYS = 250;
    private static final int MOST_TIMES = 50;
    private static final int FEW_TIMES = 6;

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String title() {
        return "the same request 2 to 50 times, in sequence, at once, over a restart";
    }

    @Override
    public int repetitions() {
        return 20;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        List<Request> requests = requests(field);
        List<Node> nodes = field.world().commandNodes();
        for (Request request : requests) {
            int times = times(field);
            if (field.random().nextBoolean()) {
                field.sendAtOnce(deliveries(request, times, nodes));
            } else {
                deliveries(request, times, nodes).forEach(field::send);
            }
        }
        Node victim = field.oneOf(nodes);
        int code = victim.kill();
        field.world().start(victim);
        victim.awaitReady();
        for (Request request : requests) {
            field.send(new Delivery(request, Role.REPEAT, victim));
        }
        int replayed = field.history().count(Sending::replayed);
        return Evidence.of(
                code == Node.KILLED && replayed >= requests.size(),
                "%d keys sent %d times, %d answers given again"
                        .formatted(requests.size(), field.history().sendings().size(), replayed));
    }

    private static List<Request> requests(Field field) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < field.run().size().of(KEYS); i++) {
            requests.add(
                    Wishes.next(
                            field.population().choose(field.random()),
                            field.run().name() + "again-" + i,
                            field.random()));
        }
        return requests;
    }

    /** Mostly a few times, now and then very often. */
    private static int times(Field field) {
        int most = field.random().nextInt(10) == 0 ? MOST_TIMES : FEW_TIMES;
        return 2 + field.random().nextInt(most - 1);
    }

    private static List<Delivery> deliveries(Request request, int times, List<Node> nodes) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            deliveries.add(
                    new Delivery(
                            request,
                            i == 0 ? Role.FIRST : Role.REPEAT,
                            nodes.get(i % nodes.size())));
        }
        return deliveries;
    }
}
