package dev.mastro.chaos.tamper;

import dev.mastro.eventstore.note.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody with all rights on the database may try, in a log that was signed several times.
 *
 * @param first the first position that was signed
 * @param one signed third from the end
 * @param two signed next to last
 * @param end signed last; there is nothing behind it
 */
public record Tamperings(long first, long one, long two, long end) {

    /** Of the log, as its checkpoints say it. */
    public static final String NAME = "mastro/chaos";

    private static final int FAR = 1_048_576;

    private static final String FLIPPED_TEXT =
            "overlay(%1$s placing chr(ascii(%1$s) # 1) from 1 for 1)";

    private static final String FLIPPED_ID =
            "overlay(%1$s placing translate(left(%1$s, 1),"
                    + " '0123456789abcdef', '1032547698badcfe') from 1 for 1)";

    /** How to change one bit of each column of an event. */
    private static final List<String> EVENT_COLUMNS =
            List.of(
                    "aggregate_type = " + FLIPPED_TEXT.formatted("aggregate_type"),
                    "aggregate_id = " + FLIPPED_ID.formatted("aggregate_id"),
                    "sequence_number = sequence_number # 1048576",
                    "event_id = (" + FLIPPED_ID.formatted("event_id::text") + ")::uuid",
                    "recorded_at = recorded_at + interval '1 microsecond'",
                    "recorded_at_text = " + FLIPPED_TEXT.formatted("recorded_at_text"),
                    "recorded_at_text = replace(recorded_at_text, 'Z', 'z')",
                    "recorded_at_text = replace(recorded_at_text, 'Z', '[')",
                    "payload_type = " + FLIPPED_TEXT.formatted("payload_type"),
                    "revision = " + FLIPPED_TEXT.formatted("revision"),
                    "payload = set_bit(payload, 9, 1 - get_bit(payload, 9))",
                    "metadata = set_bit(metadata, 9, 1 - get_bit(metadata, 9))");

    private static final List<String> SEAL_COLUMNS =
            List.of(
                    "position = position + 1048576",
                    "global_index = global_index + 1048576",
                    "leaf_hash = set_bit(leaf_hash, 255, 1 - get_bit(leaf_hash, 255))",
                    "chain_hash = set_bit(chain_hash, 0, 1 - get_bit(chain_hash, 0))");

    private static final String EVENT =
            "global_index = (SELECT global_index FROM ledger_seal WHERE position = %d)";

    /** For a log that was signed at these sizes, at least three. */
    public static Tamperings of(List<Long> sizes) {
        int count = sizes.size();
        return new Tamperings(
                sizes.getFirst(), sizes.get(count - 3), sizes.get(count - 2), sizes.get(count - 1));
    }

    /** All kinds, always in the same order. */
    public List<Tampering> all() {
        Stream<Tampering> rows = Stream.of(1L, middle(), end).flatMap(Tamperings::ofARow);
        return Stream.of(rows, orders(), tails(), rewritten(), checkpoints(), nodes())
                .flatMap(some -> some)
                .toList();
    }

    /** The leaf is made to fit, and both ends of the chain are intact. */
    public static Tampering ofTheMiddle(long position) {
        return new Tampering(
                "the middle forged; with its leaf and with intact ends",
                position,
                "the chain of hashes is broken",
                forger -> forger.run(forged(position)).releaf(position));
    }

    private long middle() {
        return (one + two) / 2;
    }

    private long tail() {
        return (two + end) / 2;
    }

    private static String forged(long position) {
        return "UPDATE ledger_event SET metadata = '{}' WHERE " + EVENT.formatted(position);
    }

    private static Stream<Tampering> ofARow(long place) {
        List<Tampering> all = new ArrayList<>();
        for (String column : EVENT_COLUMNS) {
            all.add(
                    Tampering.of(
                            place,
                            "not the one that was sealed",
                            "UPDATE ledger_event SET %s WHERE %s"
                                    .formatted(column, EVENT.formatted(place))));
        }
        for (String column : SEAL_COLUMNS) {
            all.add(
                    Tampering.of(
                            place,
                            "",
                            "UPDATE ledger_seal SET %s WHERE position = %d"
                                    .formatted(column, place)));
        }
        all.add(
                Tampering.of(
                        place,
                        "the event is missing",
                        "DELETE FROM ledger_event WHERE " + EVENT.formatted(place)));
        all.add(Tampering.of(place, "", "DELETE FROM ledger_seal WHERE position = " + place));
        return all.stream();
    }

    private Stream<Tampering> orders() {
        long next = middle() + 1;
        String place = "(SELECT global_index FROM ledger_seal WHERE position = %d)";
        return Stream.of(
                Tampering.of(
                        middle(),
                        "not the one that was sealed",
                        "UPDATE ledger_event SET global_index = global_index + %d WHERE %s"
                                .formatted(FAR, EVENT.formatted(middle())),
                        "UPDATE ledger_event SET global_index = %s WHERE %s"
                                .formatted(place.formatted(middle()), EVENT.formatted(next)),
                        "UPDATE ledger_event SET global_index = %s WHERE global_index > %d"
                                .formatted(place.formatted(next), FAR)),
                Tampering.of(
                        7,
                        "chain of hashes",
                        "UPDATE ledger_seal SET position = -position WHERE position IN (7, 8)",
                        "UPDATE ledger_seal SET position = 15 + position WHERE position < 0"),
                Tampering.of(
                        41,
                        "",
                        "UPDATE ledger_seal SET position = -position - 1 WHERE position > 40",
                        "UPDATE ledger_seal SET position = -position WHERE position < 0",
                        """
                        INSERT INTO ledger_seal
                        SELECT 41, %d, leaf_hash, chain_hash FROM ledger_seal WHERE position = 42
                        """
                                .formatted(FAR)));
    }

    private Stream<Tampering> tails() {
        String beyond = "position > " + tail();
        String events =
                "WHERE global_index IN (SELECT global_index FROM ledger_seal WHERE %s)"
                        .formatted(beyond);
        String signed = "DELETE FROM ledger_checkpoint WHERE size > " + tail();
        return Stream.of(
                Tampering.of(
                        tail() + 1,
                        "the end is missing",
                        "DELETE FROM ledger_event " + events,
                        "DELETE FROM ledger_seal WHERE " + beyond,
                        signed),
                new Tampering(
                        "the tail replaced; chained; and its checkpoint thrown away",
                        two + 1,
                        "from here to position " + end,
                        forger ->
                                forger.run("UPDATE ledger_event SET payload = '{}' " + events)
                                        .rechain(tail())
                                        .run(signed)));
    }

    private Stream<Tampering> rewritten() {
        String change = forged(middle());
        return Stream.of(
                new Tampering(
                        "one event rewritten and the chain with it",
                        one + 1,
                        "from here to position " + two,
                        forger -> forger.run(change).rechain(middle())),
                new Tampering(
                        "rewritten and signed with another key in the same name",
                        first,
                        "signed by none of the keys",
                        forger ->
                                forger.run(change)
                                        .rechain(middle())
                                        .sign(SigningKey.generate(NAME))),
                new Tampering(
                        "rewritten and signed in another name",
                        first,
                        "signed by none of the keys",
                        forger ->
                                forger.run(change)
                                        .rechain(middle())
                                        .sign(SigningKey.generate("mastro/other"))),
                ofTheMiddle(middle()));
    }

    private Stream<Tampering> checkpoints() {
        String note =
                "UPDATE ledger_checkpoint SET note = regexp_replace(note, %s) WHERE size = " + two;
        return Stream.of(
                Tampering.of(two, "not genuine", note.formatted("'time 2', 'time 1'")),
                Tampering.of(two, "not genuine", note.formatted("'chain ', 'chains '")),
                Tampering.of(two, "not genuine", note.formatted("'chaos', 'order'")),
                Tampering.of(
                        two,
                        "not genuine",
                        "UPDATE ledger_checkpoint SET note = 'x' WHERE size = " + two),
                Tampering.of(
                        two,
                        "covers %d events, not %d".formatted(two - 1, two),
                        note.formatted("E'\\n%d\\n', E'\\n%d\\n'".formatted(two, two - 1))),
                Tampering.of(
                        tail(),
                        "covers %d events, not %d".formatted(two, tail()),
                        "UPDATE ledger_checkpoint SET size = %d WHERE size = %d"
                                .formatted(tail(), two)),
                new Tampering(
                        "a checkpoint of another origin",
                        first,
                        "signed by none of the keys",
                        forger -> forger.sign(SigningKey.generate("mastro/other"))));
    }

    private static Stream<Tampering> nodes() {
        String node = " WHERE level = 8 AND node_index = 0";
        return Stream.of(
                Tampering.of(
                        1,
                        "positions 1 to 256 is kept with another hash",
                        "UPDATE ledger_tree_node"
                                + " SET hash = set_bit(hash, 3, 1 - get_bit(hash, 3))"
                                + node),
                Tampering.of(
                        1, "positions 1 to 256 is kept no more", "DELETE FROM ledger_tree_node"),
                Tampering.of(
                        1,
                        "is kept no more",
                        "UPDATE ledger_tree_node SET node_index = 1048576" + node),
                Tampering.of(
                        1, "is kept no more", "UPDATE ledger_tree_node SET level = 24" + node));
    }
}
