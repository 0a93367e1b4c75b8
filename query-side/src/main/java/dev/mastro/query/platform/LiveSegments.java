package dev.mastro.query.platform;

import dev.mastro.eventstore.StoredTokens;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the live tables are, as the transaction that asks sees them. */
@Component
public class LiveSegments {

    private static final String HOLD =
            """
            SELECT segment FROM token_entry
             WHERE processor_name = ?
             ORDER BY segment
               FOR UPDATE
            """;

    private final JdbcClient jdbc;
    private final StoredTokens tokens;

    LiveSegments(JdbcClient jdbc, StoredTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** The position of each segment. */
    public Map<Integer, Long> positions(String projection) {
        Map<Integer, Long> positions = new TreeMap<>();
        for (StoredTokens.Entry entry : tokens.all()) {
            if (entry.processor().equals(projection)) {
                positions.put(entry.segment(), entry.position());
            }
        }
        return positions;
    }

    /**
     * Waits for the batches that are under way and lets no other one begin until the end of the
     * transaction: each of them stores its token before it writes.
     */
    public Map<Integer, Long> hold(String projection) {
        jdbc.sql(HOLD).param(projection).query(row -> {});
        return positions(projection);
    }
}
