package dev.mastro.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where several processes decide: makes them append one after the other to each account, and finds
 * the accounts about which a decision of the batch rests on an old state (ADR 13).
 */
final class StreamLocks {

    /** In one order, so that two writers never wait for each other. */
    private static final String LOCK =
            """
            SELECT count(pg_advisory_xact_lock(number))
              FROM (SELECT DISTINCT hashtextextended(account, 0) AS number
                      FROM unnest(?::text[]) AS account
                     ORDER BY number) AS accounts
            """;

    /** A statement of its own: what the one before waited for is seen only by the next. */
    private static final String GROWN =
            """
            SELECT DISTINCT account
              FROM unnest(?::text[], ?::text[], ?::bigint[]) AS known (account, id, sequence_number)
             WHERE EXISTS (
                 SELECT FROM ledger_event AS event
                  WHERE event.aggregate_id = known.id
                    AND event.sequence_number > known.sequence_number)
            """;

    private final JdbcClient jdbc;

    StreamLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the accounts until the transaction ends, and tells which of them have grown. */
    Set<String> grown(List<StreamsSeen> seen) {
        if (seen.isEmpty()) {
            return Set.of();
        }
        String[] accounts = seen.stream().map(StreamsSeen::account).toArray(String[]::new);
        jdbc.sql(LOCK).param(1, accounts).query(Long.class).single();
        return changed(seen);
    }

    /** The accounts of which a stream has grown, as far as this transaction can see. */
    Set<String> changed(List<StreamsSeen> seen) {
        List<String> accounts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (StreamsSeen one : seen) {
            for (Map.Entry<String, Long> stream : one.sequenceNumbers().entrySet()) {
                accounts.add(one.account());
                ids.add(stream.getKey());
                ends.add(stream.getValue());
            }
        }
        return jdbc.sql(GROWN)
                .param(1, accounts.toArray(String[]::new))
                .param(2, ids.toArray(String[]::new))
                .param(3, ends.toArray(Long[]::new))
                .query((row, _) -> String.valueOf(row.getString("account")))
                .set();
    }
}
