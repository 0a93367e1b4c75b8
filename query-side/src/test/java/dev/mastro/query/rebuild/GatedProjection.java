package dev.mastro.query.rebuild;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps positions; its rebuild stops at a gate. */
final class GatedProjection implements Projection {

    private final JdbcClient jdbc;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicInteger arrivals = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    GatedProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS gated (position bigint PRIMARY KEY)").update();
    }

    void awaitArrival() throws InterruptedException {
        arrived.await();
    }

    /** How many parts have come to the gate. */
    int arrivals() {
        return arrivals.get();
    }

    void open() {
        gate.countDown();
    }

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return true;
    }

    @Override
    public void project(List<RecordedEvent> events) {
        jdbc.sql("INSERT INTO gated SELECT unnest(?::bigint[])")
                .param(1, new Rows<>(events).column(RecordedEvent::position))
                .update();
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("gated"));
    }

    @Override
    public BulkWriter inBulk() {
        return new BulkWriter() {
            @Override
            public void project(List<RecordedEvent> events) {
                arrivals.incrementAndGet();
                arrived.countDown();
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                GatedProjection.this.project(events);
            }

            @Override
            public void finish() {
                // Nothing was kept.
            }
        };
    }
}
