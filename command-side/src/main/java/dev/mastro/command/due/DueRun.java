package dev.mastro.command.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does everything that is due at an instant, with several workers at once. Each claims some
 * accounts, does their items in order and claims the next ones. Any number of processes may do the
 * same at the same time; whatever one of them leaves is taken over when its lease ends.
 */
@Component
public class DueRun implements DisposableBean {

    private static final int FEW = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final DueClaims claims;
    private final Captures captures;
    private final int threads;
    private final ExecutorService workers;

    DueRun(DueClaims claims, Captures captures, DueSettings settings) {
        this.claims = claims;
        this.captures = captures;
        this.threads = settings.workers();
        this.workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("billing-", 1).factory());
    }

    /** Returns when nothing is due any more at {@code through} that this run has not failed on. */
    public void run(Instant through, DueProgress progress) {
        progress.expect(claims.count(through));
        do {
            workAll(through, progress);
            captureLate();
        } while (somebodyElseIsAtIt(through, progress));
    }

    /** Whether anything is due, late captures aside. */
    public boolean isAnythingDue(Instant through) {
        captureLate();
        return claims.count(through) > 0;
    }

    /** When the next item is due that this run has not failed on, late captures aside. */
    public Optional<Instant> next(Instant through, DueProgress progress) {
        captureLate();
        return claims.next(through, progress.run());
    }

    /** Makes the captures that are a moment late, so that they are no part of a run. */
    public void captureLate() {
        captures.now();
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }

    private void workAll(Instant through, DueProgress progress) {
        long due = claims.count(through);
        int batch = Math.clamp(due / threads + 1, 1, DueClaims.MOST_ACCOUNTS);
        if (due <= FEW) {
            work(through, progress, batch);
            return;
        }
        List<Callable<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            tasks.add(Executors.callable(() -> work(through, progress, batch)));
        }
        await(tasks);
    }

    private void work(Instant through, DueProgress progress, int batch) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = claims.workOnce(through, progress, batch);
        }
    }

    private void await(List<Callable<Object>> tasks) {
        try {
            for (Future<Object> task : workers.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the billing run was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the billing run cannot go on", e.getCause());
        }
    }

    private boolean somebodyElseIsAtIt(Instant through, DueProgress progress) {
        boolean left = claims.next(through, progress.run()).isPresent();
        if (left) {
            LockSupport.parkNanos(PATIENCE_NANOS);
        }
        return left && !Thread.currentThread().isInterrupted();
    }
}
