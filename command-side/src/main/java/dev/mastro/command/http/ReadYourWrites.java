package dev.mastro.command.http;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.ReadModels;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Waits until the read models show everything that is in the log now. */
@Component
public class ReadYourWrites {

    private final LogPosition log;
    private final ReadModels readModels;

    ReadYourWrites(LogPosition log, ReadModels readModels) {
        this.log = log;
        this.readModels = readModels;
    }

    /** Whether they did in time. */
    public boolean within(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        OptionalLong head = log.settledHead(atMost);
        return head.isPresent()
                && readModels.await(
                        head.getAsLong(), Duration.ofNanos(deadline - System.nanoTime()));
    }
}
