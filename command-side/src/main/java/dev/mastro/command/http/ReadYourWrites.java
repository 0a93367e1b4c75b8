package dev.mastro.command.http;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.ReadModels;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Waits until the read models show everything that is in the log now. */
@Component
public class ReadYourWrites {

    private static final Logger LOG = LoggerFactory.getLogger(ReadYourWrites.class);

    private final LogPosition log;
    private final ReadModels readModels;

    ReadYourWrites(LogPosition log, ReadModels readModels) {
        this.log = log;
        this.readModels = readModels;
    }

    /**
     * Whether they did in time. Nobody can tell when the database does not answer, and the command
     * took effect all the same.
     */
    public boolean within(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            OptionalLong head = log.settledHead(atMost);
            return head.isPresent()
                    && readModels.await(
                            head.getAsLong(), Duration.ofNanos(deadline - System.nanoTime()));
        } catch (DataAccessException e) {
            LOG.warn("cannot tell how far the read models are", e);
            return false;
        }
    }
}
