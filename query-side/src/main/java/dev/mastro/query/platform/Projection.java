package dev.mastro.query.platform;

import java.util.List;

/**
 * A read model: turns facts into rows. It is called with all facts of a batch at once, in the
 * transaction that also moves its position in the log, so that each fact counts exactly once. All
 * facts of one account come in the order in which they were recorded; different accounts may come
 * at the same time. When it throws, the account whose fact it cannot handle is put aside with all
 * its later facts; a failure that passes makes the batch be tried again.
 */
public interface Projection {

    /** The name for people and for the log's positions: lower case, {@code [a-z-]+}. */
    String name();

    /** Whether events of this type concern the read model; asked before an event is read. */
    boolean reads(Class<?> eventType);

    /**
     * Writes what these events mean, with as few statements as possible. Tables are called by name
     * alone: a rebuild lets the same statements write into other tables of these names.
     */
    void project(List<RecordedEvent> events);

    /** Everything it writes; nothing else in the database depends on these tables. */
    List<ReadTable> tables();

    /** What reads the log from its beginning into empty tables, for some of the accounts. */
    default BulkWriter inBulk() {
        return BulkWriter.direct(this);
    }
}
