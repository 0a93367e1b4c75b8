package dev.mastro.chaos.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bugs that are planted by SQL in the database of a run, past all that the product guards. */
final class Sabotage {

    private static final String HOW = "its effect by SQL in the database of a real run";

    /** The product's own answer to a batch that is written twice. */
    private static final String NO_KEY =
            "ALTER TABLE timeline_item DROP CONSTRAINT timeline_item_pk";

    private static final String TWICE =
            "INSERT INTO timeline_item SELECT * FROM timeline_item WHERE position %s";

    private static final String LOG_MAY_CHANGE =
            "ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_only_grows";

    private static final String SEALS_MAY_CHANGE =
            "ALTER TABLE ledger_seal DISABLE TRIGGER ledger_seal_only_grows";

    /** The first event of the command that came last, which must have caused several. */
    private static final String FIRST_OF_THE_LAST =
            """
            (WITH caused AS (
                 SELECT global_index,
                        convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' AS request
                   FROM ledger_event)
             SELECT min(global_index) FROM caused
              WHERE request = (SELECT request FROM caused WHERE request IS NOT NULL
                                ORDER BY global_index DESC LIMIT 1))
            """;

    private Sabotage() {}

    /** In read models; a rebuild makes them good again. */
    static Map<Canary, List<String>> ofReadModels() {
        Map<Canary, List<String>> canaries = new LinkedHashMap<>();
        put(
                canaries,
                3,
                "a reader that gives up a gap",
                "I8",
                "DELETE FROM timeline_item WHERE position = 3");
        put(
                canaries,
                8,
                "a handler that logs its error and goes on",
                "I8",
                """
                UPDATE accounts SET state = jsonb_set(state, '{receivables}', '{"open": []}')
                 WHERE id = (SELECT min(id::text)::uuid FROM accounts)
                """);
        put(
                canaries,
                13,
                "one line of a posting dropped",
                "I4",
                """
                DELETE FROM journal_posting
                 WHERE (position, line) = (SELECT position, max(line) FROM journal_posting
                                            GROUP BY position ORDER BY position LIMIT 1)
                """);
        put(
                canaries,
                16,
                "a state that is not the fold of its events in their order",
                "I8",
                """
                UPDATE accounts SET state = jsonb_set(state, '{number}', '"0"')
                 WHERE id = (SELECT max(id::text)::uuid FROM accounts)
                """);
        return canaries;
    }

    /** In the log itself, or where no rebuild helps; nothing can be made again afterwards. */
    static Map<Canary, List<String>> forGood() {
        Map<Canary, List<String>> canaries = new LinkedHashMap<>();
        putWhatIsWrittenTwice(canaries);
        putWhatIsWrongInTheLog(canaries);
        putHalves(canaries);
        return canaries;
    }

    private static void putWhatIsWrittenTwice(Map<Canary, List<String>> canaries) {
        put(
                canaries,
                4,
                "projection in a transaction of its own, at a crash before its token",
                "I9",
                NO_KEY,
                TWICE.formatted("= 5"));
        put(
                canaries,
                17,
                "two nodes with one id, both of which read a segment",
                "I9",
                TWICE.formatted("BETWEEN 8 AND 12"));
    }

    private static void putWhatIsWrongInTheLog(Map<Canary, List<String>> canaries) {
        put(
                canaries,
                5,
                "the unique key of streams dropped",
                "I5",
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
                "I7",
                LOG_MAY_CHANGE,
                """
                UPDATE ledger_event SET payload = set_byte(payload, 9, get_byte(payload, 9) # 1)
                 WHERE global_index = (SELECT global_index FROM ledger_seal WHERE position = 5)
                """);
        put(
                canaries,
                10,
                "a sealer that passes an append still open",
                "I6",
                SEALS_MAY_CHANGE,
                "DELETE FROM ledger_seal WHERE position = 7");
    }

    private static void putHalves(Map<Canary, List<String>> canaries) {
        put(
                canaries,
                1,
                "an append and a batch of a reader without a transaction, at a crash",
                Set.of("I1", "I9"),
                "DELETE FROM ledger_event WHERE global_index > " + FIRST_OF_THE_LAST,
                """
                DELETE FROM ledger_seal
                 WHERE global_index NOT IN (SELECT global_index FROM ledger_event)
                """,
                """
                DELETE FROM timeline_item
                 WHERE position >= (SELECT max(position) FROM ledger_seal)
                """);
    }

    private static void put(
            Map<Canary, List<String>> canaries,
            int number,
            String bug,
            String expected,
            String... statements) {
        put(canaries, number, bug, Set.of(expected), statements);
    }

    private static void put(
            Map<Canary, List<String>> canaries,
            int number,
            String bug,
            Set<String> expected,
            String... statements) {
        canaries.put(new Canary(number, bug, HOW, expected), List.of(statements));
    }
}
