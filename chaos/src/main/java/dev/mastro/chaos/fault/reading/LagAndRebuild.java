package dev.mastro.chaos.fault.reading;

import dev.mastro.chaos.rows.DeepReader;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.World;
import java.util.List;
import java.util.Map;

/**
 * F19: nobody projects for a while, then all come back; then every read model is made again while
 * the load goes on. What comes out is compared with what was there when the load is over.
 */
public final class LagAndRebuild implements Fault {

    private static final int MEANWHILE = 1_000;

    /** Events beyond the reader that is furthest behind, whether or not they have a position. */
    private static final String BEHIND =
            """
            SELECT count(*)
              FROM ledger_event AS event
              LEFT JOIN ledger_seal AS seal USING (global_index)
             WHERE seal.position IS NULL OR seal.position > (
                   SELECT min((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint)
                     FROM token_entry
                    WHERE convert_from(token, 'UTF8')::jsonb ->> 'globalIndex' IS NOT NULL)
            """;

    @Override
    public String id() {
        return "F19";
    }

    @Override
    public String title() {
        return "read models lag behind, catch up, and are made again, all under load";
    }

    @Override
    public int repetitions() {
        return 3;
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        World world = field.world();
        List<Node> readers = world.queryNodes();
        Evidence evidence =
                field.underLoad(() -> {
                    readers.forEach(Node::pause);
                    field.awaitMoreAcknowledged(field.run().size().of(MEANWHILE));
                    long behind = world.database().sql(BEHIND).query(Long.class).single();
                    readers.forEach(Node::goOn);
                    new DeepReader(world).rebuild();
                    return Evidence.of(
                            behind > 0,
                            "%d events behind, caught up, and made again under load"
                                    .formatted(behind));
                });
        world.awaitSettled();
        Map<String, String> live = DeepReader.prints(world.database());
        new DeepReader(world).rebuild();
        return evidence.requiring(
                live.equals(DeepReader.prints(world.database())),
                "what was made again under load is not what the log says");
    }
}
