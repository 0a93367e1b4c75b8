package dev.mastro.query.platform;

import java.util.List;

/**
 * Writes the whole log of some accounts into empty tables. It may keep what it knows in memory
 * between two batches; one thread at a time uses it.
 */
public interface BulkWriter {

    /** Takes in the events that follow those of the call before. */
    void project(List<RecordedEvent> events);

    /** Writes what is still in memory. */
    void finish();

    /** Writes each batch as it comes. */
    static BulkWriter direct(Projection projection) {
        return new BulkWriter() {
            @Override
            public void project(List<RecordedEvent> events) {
                projection.project(events);
            }

            @Override
            public void finish() {
                // Nothing was kept.
            }
        };
    }
}
