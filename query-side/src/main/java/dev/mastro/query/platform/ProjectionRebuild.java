package dev.mastro.query.platform;

import dev.mastro.eventstore.StoredTokens;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a projection read the whole log again, into empty tables. */
@Component
class ProjectionRebuild {

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final ProjectionReaders readers;
    private final StoredTokens tokens;
    private final TransactionTemplate transaction;

    ProjectionRebuild(
            ProjectionReaders readers,
            StoredTokens tokens,
            PlatformTransactionManager transactions) {
        this.readers = readers;
        this.tokens = tokens;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Returns once the projection has begun to read again. Other processes lose their claims in the
     * same transaction that empties the tables, so a batch of theirs that is under way is refused.
     */
    void start(String projection) {
        oneAtATime.lock();
        try {
            PooledStreamingEventProcessor processor = readers.processor(projection);
            processor.shutDown();
            try {
                transaction.executeWithoutResult(_ -> reset(projection, processor));
            } finally {
                processor.start();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void reset(String projection, PooledStreamingEventProcessor processor) {
        tokens.release(projection);
        processor.resetTokens(StreamableMessageSource::createTailToken);
    }
}
