package dev.mastro.chaos.trial;

import dev.mastro.chaos.rows.TokenRow;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Looks a few times a second how far every reader is. */
final class TokenWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    /**
     * A reader that makes its read model again has a token of another kind meanwhile; and one of
     * another database is another reader.
     */
    private static final String LOOK =
            """
            SELECT current_database() || ' ' || processor_name AS reader, segment,
                   (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position
              FROM token_entry
             WHERE convert_from(token, 'UTF8')::jsonb ->> 'globalIndex' IS NOT NULL
            """;

    private final World world;
    private final List<TokenRow> looks = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    private TokenWatch(World world) {
        this.world = world;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
    }

    static TokenWatch begin(World world) {
        TokenWatch watch = new TokenWatch(world);
        watch.thread.start();
        return watch;
    }

    /** What was seen, in the order of time. */
    List<TokenRow> looks() {
        close();
        return List.copyOf(looks);
    }

    private void watch() {
        while (!closed) {
            try {
                looks.addAll(world.database().sql(LOOK).query(TokenRow.class).list());
            } catch (DataAccessException e) {
                // The server is away, as in some faults; that no look succeeds is found by I10.
            }
            Patience.pause(LOOK_EVERY);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
