package dev.mastro.chaos.canary;

import dev.mastro.chaos.invariant.Invariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bugs that are planted by SQL in the database of a run, past all that the product guards. */
final class Sabotage {

    private static final String HOW = "its effect by SQL in the database of a real run";

    private static final String LOG_MAY_CHANGE =
            "ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_only_grows";

    private Sabotage() {}

    /** In read models; a rebuild makes them good again. */
    static Map<Canary, List<String>> ofReadModels() {
        Map<Canary, List<String>> canaries = new LinkedHashMap<>();
        put(
                canaries,
                3,
                "a reader that gives up a gap",
                Invariant.I8,
                "DELETE FROM timeline_item WHERE position = 3");
        put(
                canaries,
                8,
                "a handler that logs its error and goes on",
                Invariant.I8,
                """
                UPDATE accounts SET state = jsonb_set(state, '{receivables}', '{"open": []}')
                 WHERE id = (SELECT min(id::text)::uuid FROM accounts)
                """);
        put(
                canaries,
                13,
                "one line of a posting dropped",
                Invariant.I4,
                """
                DELETE FROM journal_posting
                 WHERE (position, line) = (SELECT position, max(line) FROM journal_posting
                                            GROUP BY position ORDER BY position LIMIT 1)
                """);
        put(
                canaries,
                16,
                "a state that is not the fold of its events in their order",
                Invariant.I8,
                """
                UPDATE accounts SET state = jsonb_set(state, '{number}', '"0"')
                 WHERE id = (SELECT max(id::text)::uuid FROM accounts)
                """);
        return canaries;
    }

    /** In the log itself; nothing can be made again from it afterwards. */
    static Map<Canary, List<String>> ofTheLog() {
        Map<Canary, List<String>> canaries = new LinkedHashMap<>();
        put(
                canaries,
                5,
                "the unique key of streams dropped",
                Invariant.I5,
                "ALTER TABLE ledger_event DROP CONSTRAINT ledger_event_stream_key",
                """
                INSERT INTO ledger_event (aggregate_type, aggregate_id, sequence_number, event_id,
                       recorded_at, recorded_at_text, payload_type, revision, payload, metadata)
                SELECT aggregate_type, aggregate_id, sequence_number, gen_random_uuid(),
                       recorded_at, recorded_at_text, payload_type, revision, payload, '{}'
                  FROM ledger_event
                 WHERE global_index = (SELECT global_index FROM ledger_seal WHERE position = 2)
                """);
        put(
                canaries,
                11,
                "a byte of an event flipped",
                Invariant.I7,
                LOG_MAY_CHANGE,
                """
                UPDATE ledger_event SET payload = set_byte(payload, 9, get_byte(payload, 9) # 1)
                 WHERE global_index = (SELECT global_index FROM ledger_seal WHERE position = 5)
                """);
        put(
                canaries,
                10,
                "a sealer that passes an append still open",
                Invariant.I6,
                "ALTER TABLE ledger_seal DISABLE TRIGGER ledger_seal_only_grows",
                "DELETE FROM ledger_seal WHERE position = 7");
        return canaries;
    }

    private static void put(
            Map<Canary, List<String>> canaries,
            int number,
            String bug,
            Invariant expected,
            String... statements) {
        canaries.put(new Canary(number, bug, HOW, Set.of(expected)), List.of(statements));
    }
}
