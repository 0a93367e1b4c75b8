package dev.mastro.chaos.canary;

import dev.mastro.chaos.canary.Canary.Catch;
import dev.mastro.chaos.tamper.Forger;
import dev.mastro.chaos.tamper.LogCopy;
import dev.mastro.chaos.tamper.Tampering;
import dev.mastro.chaos.tamper.Tamperings;
import dev.mastro.chaos.world.VerifyProgram;
import dev.mastro.chaos.world.World;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.StoredEvent;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Canary 12: a verifier that looks at the first row of the log and at the last one. It finds
 * nothing in a copy whose middle was forged, so the check of F23 that each change is found turns
 * red with it; with the program itself that check holds.
 */
final class EndsOnly {

    private static final String HEAD = "SELECT max(position) FROM ledger_seal";

    private static final String ROW =
            """
            SELECT seal.leaf_hash, seal.chain_hash, event.*
              FROM ledger_seal AS seal
              JOIN (SELECT %s FROM ledger_event) AS event USING (global_index)
             WHERE seal.position = ?
            """
                    .formatted(StoredEvent.COLUMNS);

    private static final Canary CANARY =
            new Canary(
                    12,
                    "a verifier that checks only the ends of the chain",
                    "in the place of the program that verifies a forged copy of a real run",
                    Set.of("B15"));

    private EndsOnly() {}

    static Catch fly(World world) {
        long head = world.database().sql(HEAD).query(Long.class).single();
        try (LogCopy copy = LogCopy.of(world.server().database(), "canary", head)) {
            Tampering middle = Tamperings.ofTheMiddle(head / 2);
            middle.forgery().accept(new Forger(copy));
            boolean isFound =
                    VerifyProgram.run(copy.database(), List.of())
                            .found(middle.position(), middle.what());
            boolean isMissed = isIntact(copy.jdbc(), head);
            return new Catch(CANARY, isFound && isMissed ? Set.of("B15") : Set.of());
        }
    }

    private record Row(Hash leaf, Hash kept, Hash link) {}

    private static boolean isIntact(JdbcClient copy, long head) {
        Row first = row(copy, 1);
        Row last = row(copy, head);
        return ChainLink.START.next(first.leaf()).hash().equals(first.link())
                && last.leaf().equals(last.kept());
    }

    private static Row row(JdbcClient copy, long position) {
        return copy.sql(ROW)
                .param(position)
                .query((row, _) ->
                        new Row(
                                StoredEvent.read(row).leaf(),
                                Hash.of(row.getBytes("leaf_hash")),
                                Hash.of(row.getBytes("chain_hash"))))
                .single();
    }
}
