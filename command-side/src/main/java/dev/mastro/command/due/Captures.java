package dev.mastro.command.due;

import dev.mastro.command.payment.gateway.CardGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes the money of recorded payments, those of a few milliseconds together. What a crash leaves
 * undone is due and done by the billing run.
 */
@Component
class Captures implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Captures.class);
    private static final long PAUSE_MILLIS = 10;
    private static final int AT_ONCE = 500;

    private final CardGateway cards;
    private final DueItemTable table;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("captures").factory());

    Captures(CardGateway cards, DueItemTable table) {
        this.cards = cards;
        this.table = table;
    }

    /** The payment under this reference is in the log: takes its money. */
    void soon(String reference) {
        waiting.add(reference);
        if (!worker.isShutdown() && planned.compareAndSet(false, true)) {
            var next = worker.schedule(this::takeAll, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            LOG.trace("captures planned, cancelled: {}", next.isCancelled());
        }
    }

    /** Takes the money of all that was recorded until now. */
    void now() {
        try {
            worker.submit(this::takeAll).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("captures are left to the next billing run", e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }

    private void takeAll() {
        planned.set(false);
        List<String> references = take();
        while (!references.isEmpty()) {
            try {
                cards.capture(references);
                table.forgetCaptures(references);
            } catch (RuntimeException e) {
                LOG.warn("{} captures are left to the next billing run", references.size(), e);
            }
            references = take();
        }
    }

    private List<String> take() {
        List<String> references = new ArrayList<>();
        for (String one = waiting.poll(); one != null; one = waiting.poll()) {
            references.add(one);
            if (references.size() == AT_ONCE) {
                break;
            }
        }
        return references;
    }
}
