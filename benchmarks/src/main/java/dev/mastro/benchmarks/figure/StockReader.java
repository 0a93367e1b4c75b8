package dev.mastro.benchmarks.figure;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axon's pooled processor with its own settings, whose handler writes one row an event. */
final class StockReader {

    private static final int SEGMENTS = 2;
    private static final double NANOS = 1e9;

    private static final String INSERT =
            """
            INSERT INTO stock_row (id, event_type) VALUES (gen_random_uuid(), ?)
            """;

    private final Ledger ledger;

    StockReader(Ledger ledger) {
        this.ledger = ledger;
        ledger.jdbc()
                .sql("CREATE TABLE stock_row (id uuid PRIMARY KEY, event_type text NOT NULL)")
                .update();
    }

    /** How many events a second it handles, from the beginning of the log. */
    double perSecond(Duration span) {
        LongAdder handled = new LongAdder();
        try (ScheduledExecutorService threads = Executors.newScheduledThreadPool(SEGMENTS + 1)) {
            PooledStreamingEventProcessor processor = processor(threads, handled);
            long begin = System.nanoTime();
            processor.start();
            LockSupport.parkNanos(span.toNanos());
            double seconds = (System.nanoTime() - begin) / NANOS;
            long events = handled.sum();
            processor.shutDown();
            return events / seconds;
        }
    }

    private PooledStreamingEventProcessor processor(
            ScheduledExecutorService threads, LongAdder handled) {
        String name = "stock-" + UUID.randomUUID();
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder()
                                .eventHandlers(new OneRow(ledger.jdbc(), handled))
                                .build())
                .messageSource(ledger.bean(EventStore.class))
                .tokenStore(ledger.bean(TokenStore.class))
                .transactionManager(ledger.bean(TransactionManager.class))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(SEGMENTS)
                .initialToken(StreamableMessageSource::createTailToken)
                .build();
    }

    private record OneRow(JdbcClient jdbc, LongAdder handled) implements EventMessageHandler {

        @Override
        public Object handle(EventMessage<?> message) {
            var _ = jdbc.sql(INSERT).param(message.getPayloadType().getSimpleName()).update();
            handled.increment();
            return true;
        }
    }
}
