package dev.mastro.eventstore.append;

import static dev.mastro.eventstore.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Keeps the writers of a log from writing, so that units gather behind them. */
record BusyWriters(LogAppends appends) {

    /** Hands the units over, in their order, while both writers are kept from writing. */
    List<CompletableFuture<Void>> behind(List<Runnable> units) {
        CountDownLatch one = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        var _ = occupyOne(one, () -> {});
        var _ = occupyOne(other, () -> {});
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Runnable unit : units) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            running.add(end);
            awaitParked(Thread.ofPlatform().daemon().start(() -> complete(end, unit)));
        }
        one.countDown();
        CompletableFuture<Void> all =
                CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
        var _ = all.whenComplete((_, _) -> other.countDown());
        return running;
    }

    /** One of them writes until then, with what {@code facts} records. */
    Thread occupyOne(CountDownLatch until, Runnable facts) {
        CountDownLatch begun = new CountDownLatch(1);
        SideTable<String> slow =
                _ -> {
                    begun.countDown();
                    await(until);
                };
        Runnable unit =
                work(() -> {
                    facts.run();
                    appends.add(slow, "");
                });
        Thread writing = Thread.ofPlatform().daemon().start(unit);
        await(begun);
        return writing;
    }

    /** In a unit of work of its own. */
    static Runnable work(Runnable body) {
        return () ->
                DefaultUnitOfWork.startAndGet(event("none", 0))
                        .execute(() -> {
                            assertThat(CurrentUnitOfWork.isStarted()).isTrue();
                            body.run();
                        });
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void complete(CompletableFuture<Void> end, Runnable unit) {
        try {
            unit.run();
            end.complete(null);
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private static void awaitParked(Thread thread) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() ->
                        thread.getState() == Thread.State.WAITING
                                || thread.getState() == Thread.State.TERMINATED);
    }
}
