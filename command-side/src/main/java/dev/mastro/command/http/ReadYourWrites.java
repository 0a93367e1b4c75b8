package dev.mastro.command.http;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.ReadModels;
import java.time.Duration;
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
        return readModels.await(log.head(), atMost);
    }
}
