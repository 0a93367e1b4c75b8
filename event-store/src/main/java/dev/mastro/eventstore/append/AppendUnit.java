package dev.mastro.eventstore.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What one unit of work wants written: all of it or nothing. */
final class AppendUnit {

    private final List<EventRow> events;
    private final SideWrites side;
    private final @Nullable StreamsSeen seen;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    AppendUnit(List<EventRow> events, SideWrites side, @Nullable StreamsSeen seen) {
        this.events = List.copyOf(events);
        this.side = side;
        this.seen = seen;
    }

    List<EventRow> events() {
        return events;
    }

    SideWrites side() {
        return side;
    }

    @Nullable StreamsSeen seen() {
        return seen;
    }

    void landed() {
        end.complete(null);
    }

    void failed(RuntimeException why) {
        end.completeExceptionally(why);
    }

    /** Whether it is told already how this unit ended. */
    boolean isOver() {
        return end.isDone();
    }

    /** Waits for the end, interrupted or not: what was handed over may be written any moment. */
    void await() {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }
}
