package dev.mastro.chaos.fault.race;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Request;
import dev.mastro.chaos.history.Role;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.load.Wishes;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.trial.Field.Delivery;
import dev.mastro.chaos.trial.Refusals;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** F8: 64 senders on one account through all nodes; what it has in the end is exact. */
public final class OneAccount implements Fault {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(3);
    private static final int SENDERS = 64;
    private static final int COMMANDS = 10_000;
    private static final int CENTS = 100;

    /** Five seconds for the account, and one for two busy cores. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(6);

    /** What the decision itself may take once its turn has come, while 63 others wait. */
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(6);

    @Override
    public String id() {
        return "F8";
    }

    @Override
    public String title() {
        return "64 senders on one account";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        String account = field.population().customers().getFirst().account();
        long before = credit(field.world(), account);
        int commands = field.run().size().of(COMMANDS);
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int n = next.getAndIncrement();
                                        n < commands;
                                        n = next.getAndIncrement()) {
                                    untilAnswered(field, account, n);
                                }
                            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        long expected = before + commands * (CENTS + 1L);
        boolean exact =
                Patience.within(SHOWN_WITHIN, () -> credit(field.world(), account) == expected);
        return Evidence.of(
                        Handovers.in(field) > 0,
                        "%d commands; the stream went %d times from one node to the other; %s"
                                .formatted(
                                        commands,
                                        Handovers.in(field),
                                        Refusals.in(field.history()).inWords()))
                .requiring(
                        exact,
                        "the credit is %d and should be %d"
                                .formatted(credit(field.world(), account), expected));
    }

    /** Senders are told to come back before they pile up, so no answer of any kind is late. */
    @Override
    public List<String> complaints(History frozen, History settling, Rows rows) {
        long latest = TOLD_WITHIN.plus(DECIDED_WITHIN).toMillis();
        List<String> complaints = new ArrayList<>(Refusals.in(frozen).complaints(TOLD_WITHIN));
        frozen.sendings().stream()
                .filter(it -> it.tookMillis() > latest)
                .map(it ->
                        "answered after %d ms, not within %d ms: %s"
                                .formatted(it.tookMillis(), latest, it.inWords()))
                .forEach(complaints::add);
        return complaints;
    }

    /** Somebody who is told to come back does so. */
    private static void untilAnswered(Field field, String account, int number) {
        Request request = Wishes.goodwill(account, field.run().name() + "one-" + number, 1);
        List<Node> nodes = field.world().commandNodes();
        Sending sending =
                field.send(new Delivery(request, Role.FIRST, nodes.get(number % nodes.size())));
        while (!sending.isOk()) {
            Patience.pause(Duration.ofMillis(CENTS));
            sending =
                    field.send(
                            new Delivery(request, Role.REPEAT, nodes.get(number % nodes.size())));
        }
    }

    /** In cents. */
    private static long credit(World world, String account) {
        world.awaitSettled();
        JsonNode balances =
                JSON.readTree(
                        Answers.get(
                                world.queryNodes().getFirst(),
                                "/accounts/" + account + "/balance"));
        String amount = balances.path("balances").path(0).path("credit").path("amount").asString();
        return Long.parseLong(amount.replace(".", ""));
    }
}
