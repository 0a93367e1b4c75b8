package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Link;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Session;
import dev.mastro.chaos.world.Trap;
import dev.mastro.chaos.world.Trap.Moment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * F7: the way of a node to the database is cut around a commit: before the server hears of it,
 * after it is done, silently in one direction, after a standstill, and after everything was slow.
 * That it landed is known from the trap itself: a node that asks the server afterwards how its
 * commit has ended leaves nobody without an answer.
 */
public final class CutAtCommit implements Fault {

    private static final String APPEND = "INSERT INTO ledger_event";
    private static final Duration SPRINGS_WITHIN = Duration.ofMinutes(2);
    private static final Duration STANDSTILL = Duration.ofSeconds(5);
    private static final int SHORTEST_DELAY_MILLIS = 50;
    private static final int LONGEST_DELAY_MILLIS = 2_000;
    private static final int WAYS = 5;

    @Override
    public String id() {
        return "F7";
    }

    @Override
    public String title() {
        return "the way to the database cut, half open, stalled and slow at a commit";
    }

    @Override
    public int repetitions() {
        return 40;
    }

    @Override
    public Plan plan() {
        return Plan.usual().legible();
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Link link = field.oneOf(field.world().commandNodes()).link();
        int way = field.run().repetition() % WAYS;
        return field.underLoad(() -> {
            int unknown = field.history().count(Sending::isUnknown);
            String what =
                    switch (way) {
                        case 0 -> cut(link, Moment.BEFORE_COMMIT);
                        case 1 -> cut(link, Moment.AFTER_COMMIT);
                        case 2 -> deaf(link);
                        case 3 -> stalled(link);
                        default -> slow(field, link);
                    };
            link.heal();
            field.awaitMoreAcknowledged(1);
            return Evidence.of(
                    true,
                    "%s; %d senders without an answer"
                            .formatted(what, field.history().count(Sending::isUnknown) - unknown));
        });
    }

    private static String cut(Link link, Moment moment) throws InterruptedException {
        await(link, moment, Session::cut);
        return "cut " + moment;
    }

    /** The commit is done, and its answer and all that follows are lost until somebody notices. */
    private static String deaf(Link link) throws InterruptedException {
        await(link, Moment.BEFORE_COMMIT, Session::dropAnswers);
        Patience.pause(STANDSTILL);
        return "answers dropped, then cut: %d connections".formatted(link.cutAll());
    }

    private static String stalled(Link link) throws InterruptedException {
        await(link, Moment.BEFORE_COMMIT, _ -> link.stall());
        Patience.pause(STANDSTILL);
        return "stalled, then cut: %d connections".formatted(link.cutAll());
    }

    private static String slow(Field field, Link link) throws InterruptedException {
        int delay = field.random().nextInt(SHORTEST_DELAY_MILLIS, LONGEST_DELAY_MILLIS + 1);
        link.slowDown(Duration.ofMillis(delay));
        await(link, Moment.AFTER_COMMIT, Session::cut);
        return "%d ms more for each message, then cut".formatted(delay);
    }

    private static void await(Link link, Moment moment, Consumer<Session> action)
            throws InterruptedException {
        CountDownLatch sprung = new CountDownLatch(1);
        link.set(
                new Trap(
                        APPEND,
                        moment,
                        session -> {
                            action.accept(session);
                            sprung.countDown();
                        }));
        if (!sprung.await(SPRINGS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("no commit came by");
        }
    }
}
