package dev.mastro.command.billing;

import dev.mastro.command.due.DueProgress;
import dev.mastro.command.due.DueRun;
import dev.mastro.eventstore.platform.SimulatedClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Starts billing runs and reports on them: in the table, and on the terminal when they are long.
 */
@Component
public class BillingRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BillingRuns.class);
    private static final long NOTE_MILLIS = 1000;

    private final DueRun dueRun;
    private final BillingRunTable table;
    private final Clock clock;
    private final ReentrantLock oneMove = new ReentrantLock();
    private final ExecutorService runner =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("billing-run").factory());
    private final ScheduledExecutorService reporter =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("billing-progress").factory());

    BillingRuns(DueRun dueRun, BillingRunTable table, Clock clock) {
        this.dueRun = dueRun;
        this.table = table;
        this.clock = clock;
    }

    /** Runs what is due now, if anything is. */
    public void runNow() {
        Instant now = clock.instant();
        if (dueRun.isAnythingDue(now)) {
            DueProgress progress = table.begin(now);
            report(progress, () -> dueRun.run(now, progress));
        }
    }

    /** Starts a run and does not wait for it. */
    BillingRun start(Instant through) {
        DueProgress progress = table.begin(through);
        BillingRun begun = find(progress);
        runner.execute(() -> report(progress, () -> startFresh(through, progress)));
        return begun;
    }

    private void startFresh(Instant through, DueProgress progress) {
        dueRun.captureLate();
        dueRun.run(through, progress);
    }

    /** Moves the clock on, from one due instant to the next, and does at each what is due then. */
    BillingRun move(SimulatedClock simulated, Instant target) {
        oneMove.lock();
        try {
            DueProgress progress = table.begin(target);
            report(progress, () -> walk(simulated, target, progress));
            return find(progress);
        } finally {
            oneMove.unlock();
        }
    }

    Optional<BillingRun> find(long id) {
        return table.find(id);
    }

    @Override
    public void destroy() {
        runner.shutdownNow();
        reporter.shutdownNow();
    }

    private void walk(SimulatedClock simulated, Instant target, DueProgress progress) {
        Optional<Instant> next = dueRun.next(target, progress);
        while (next.isPresent()) {
            simulated.moveTo(next.get());
            dueRun.run(simulated.instant(), progress);
            next = dueRun.next(target, progress);
        }
        simulated.moveTo(target);
    }

    private BillingRun find(DueProgress progress) {
        return table.find(progress.run()).orElseThrow();
    }

    private void report(DueProgress progress, Runnable run) {
        ScheduledFuture<?> notes =
                reporter.scheduleWithFixedDelay(
                        () -> note(progress), NOTE_MILLIS, NOTE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            run.run();
            notes.cancel(false);
            table.finish(progress, null);
        } catch (RuntimeException e) {
            notes.cancel(false);
            LOG.error("billing run {} stopped", progress.run(), e);
            table.finish(progress, e.toString());
        }
        if (progress.due() > 0) {
            tell("finished", progress);
        }
    }

    private void note(DueProgress progress) {
        table.note(progress);
        tell("at work", progress);
    }

    private static void tell(String state, DueProgress progress) {
        LOG.info(
                "billing run {} {}: {} of {} done, {} failed",
                progress.run(),
                state,
                progress.done(),
                progress.due(),
                progress.failed());
    }
}
