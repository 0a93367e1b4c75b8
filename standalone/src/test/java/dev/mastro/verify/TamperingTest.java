package dev.mastro.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.note.SigningKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody with all rights on the database may try (B15): each is found and placed. */
class TamperingTest {

    private static final SigningKey WRONG = SigningKey.generate("mastro/small");
    private static final List<Long> PLACES = List.of(1L, 150L, 300L);

    private static final String FLIPPED_TEXT =
            "overlay(%1$s placing chr(ascii(%1$s) # 1) from 1 for 1)";

    /** How to change one bit of each column of an event. */
    private static final List<String> EVENT_COLUMNS =
            List.of(
                    "aggregate_type = " + FLIPPED_TEXT.formatted("aggregate_type"),
                    "aggregate_id = " + FLIPPED_TEXT.formatted("aggregate_id"),
                    "sequence_number = sequence_number # 1024",
                    "event_id = " + FLIPPED_TEXT.formatted("event_id::text") + "::uuid",
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

    @TempDir private static Path folder;

    private static SmallLog log;

    /** A change, where it must be found, and what must be said of it. */
    record Change(String name, long position, String what, Consumer<Forger> forgery) {

        static Change of(long position, String what, String... statements) {
            return new Change(
                    String.join("; ", statements),
                    position,
                    what,
                    forger -> List.of(statements).forEach(forger::run));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void record() {
        log = new SmallLog(folder);
    }

    static Stream<Change> changes() {
        List<Change> all = new ArrayList<>();
        for (long place : PLACES) {
            for (String column : EVENT_COLUMNS) {
                all.add(
                        Change.of(
                                place,
                                "not the one that was sealed",
                                "UPDATE ledger_event SET %s WHERE %s"
                                        .formatted(column, EVENT.formatted(place))));
            }
            for (String column : SEAL_COLUMNS) {
                all.add(
                        Change.of(
                                place,
                                "",
                                "UPDATE ledger_seal SET %s WHERE position = %d"
                                        .formatted(column, place)));
            }
            all.add(
                    Change.of(
                            place,
                            "the event is missing",
                            "DELETE FROM ledger_event WHERE " + EVENT.formatted(place)));
            all.add(Change.of(place, "", "DELETE FROM ledger_seal WHERE position = " + place));
        }
        return Stream.of(all.stream(), orders(), tails(), rewritten(), proofs()).flatMap(it -> it);
    }

    private static Stream<Change> orders() {
        String insertion =
                """
                INSERT INTO ledger_seal
                SELECT 41, 1048576, leaf_hash, chain_hash FROM ledger_seal WHERE position = 42
                """;
        return Stream.of(
                Change.of(
                        120,
                        "not the one that was sealed",
                        "ALTER TABLE ledger_event ALTER global_index DROP IDENTITY",
                        "UPDATE ledger_event SET global_index = global_index + 1048576 WHERE "
                                + EVENT.formatted(120),
                        "UPDATE ledger_event SET global_index = (SELECT global_index FROM"
                                + " ledger_seal WHERE position = 120) WHERE "
                                + EVENT.formatted(121),
                        "UPDATE ledger_event SET global_index = (SELECT global_index FROM"
                                + " ledger_seal WHERE position = 121)"
                                + " WHERE global_index > 1048576"),
                Change.of(
                        7,
                        "chain of hashes",
                        "UPDATE ledger_seal SET position = position + 1048576"
                                + " WHERE position IN (7, 8)",
                        "UPDATE ledger_seal SET position = 1048591 - position"
                                + " WHERE position > 1048576"),
                Change.of(
                        41,
                        "",
                        "UPDATE ledger_seal SET position = -position - 1 WHERE position > 40",
                        "UPDATE ledger_seal SET position = -position WHERE position < 0",
                        insertion));
    }

    private static Stream<Change> tails() {
        String[] cut = {
            "DELETE FROM ledger_event WHERE global_index IN"
                    + " (SELECT global_index FROM ledger_seal WHERE position > 250)",
            "DELETE FROM ledger_seal WHERE position > 250",
            "DELETE FROM ledger_tree_node",
            "DELETE FROM ledger_checkpoint WHERE size > 250"
        };
        return Stream.of(
                Change.of(251, "the end is missing", cut),
                new Change(
                        "the tail replaced, chained and its checkpoint thrown away",
                        201,
                        "from here to position 300",
                        forger ->
                                forger.run(
                                                "UPDATE ledger_event SET payload = '{}'"
                                                        + " WHERE global_index > 250")
                                        .rechain()
                                        .run("DELETE FROM ledger_checkpoint WHERE size > 250")));
    }

    private static Stream<Change> rewritten() {
        String change = "UPDATE ledger_event SET metadata = '{}' WHERE " + EVENT.formatted(150);
        return Stream.of(
                new Change(
                        "one event rewritten and the chain with it",
                        101,
                        "from here to position 200",
                        forger -> forger.run(change).rechain()),
                new Change(
                        "rewritten and signed with another key in the same name",
                        100,
                        "signed by none of the keys",
                        forger -> forger.run(change).rechain().sign(WRONG)),
                new Change(
                        "rewritten and signed in another name",
                        100,
                        "signed by none of the keys",
                        forger ->
                                forger.run(change)
                                        .rechain()
                                        .sign(SigningKey.generate("mastro/other"))),
                new Change(
                        "the middle forged, with its leaf and with intact ends",
                        150,
                        "the chain of hashes is broken",
                        forger -> forger.run(change).releaf(150)));
    }

    private static Stream<Change> proofs() {
        String note =
                "UPDATE ledger_checkpoint SET note = regexp_replace(note, %s) WHERE size = 200";
        return Stream.of(
                Change.of(200, "not genuine", note.formatted("'time 2', 'time 1'")),
                Change.of(200, "not genuine", note.formatted("'chain ', 'chains '")),
                Change.of(200, "not genuine", note.formatted("'small', 'large'")),
                Change.of(
                        200,
                        "not genuine",
                        "UPDATE ledger_checkpoint SET note = 'x'" + " WHERE size = 200"),
                Change.of(
                        200,
                        "covers 199 events, not 200",
                        note.formatted("E'\\n200\\n', E'\\n199\\n'")),
                Change.of(
                        250,
                        "covers 200 events, not 250",
                        "UPDATE ledger_checkpoint SET size = 250 WHERE size = 200"),
                new Change(
                        "a checkpoint of another origin",
                        100,
                        "signed by none of the keys",
                        forger -> forger.sign(SigningKey.generate("mastro/other"))),
                new Change(
                        "a checkpoint of another log, signed with the key of this one",
                        100,
                        "is of another log, mastro/other",
                        forger -> forger.sign("mastro/other", log.key())),
                Change.of(
                        1,
                        "positions 1 to 256 is kept with another hash",
                        "UPDATE ledger_tree_node"
                                + " SET hash = set_bit(hash, 3, 1 - get_bit(hash, 3))"),
                Change.of(1, "positions 1 to 256 is kept no more", "DELETE FROM ledger_tree_node"),
                Change.of(1, "is kept no more", "UPDATE ledger_tree_node SET node_index = 1"),
                Change.of(1, "is kept no more", "UPDATE ledger_tree_node SET level = 16"));
    }

    /** What is sealed and signed as it should be says nothing of what was recorded. */
    private static Stream<Change> recordedWrong() {
        String payment =
                """
                UPDATE ledger_event SET payload_type = 'PaymentReceived', revision = '3',
                       payload = convert_to(
                           '{"accountId": "00000000-0000-0000-0000-000000000149",'
                           ' "reference": "wire-1", "allocations": [],'
                           ' "amount": {"amount": "10.00", "currency": "USD"},'
                           ' "surplus": {"amount": "9.00", "currency": "USD"},'
                           ' "method": "BANK_TRANSFER", "effectiveOn": "2026-01-01"}', 'UTF8')
                 WHERE %s
                """
                        .formatted(EVENT.formatted(150));
        String number =
                "UPDATE ledger_event SET sequence_number = sequence_number + 1000 WHERE "
                        + EVENT.formatted(150);
        return Stream.of(
                Change.of(150, "debits and credits differ by {USD=100} minor units", payment),
                Change.of(
                        150, "event 1021 of stream stream-2 comes where 21 was expected", number));
    }

    @ParameterizedTest
    @MethodSource("recordedWrong")
    void what_was_recorded_wrong_is_found_whoever_has_signed_it(Change change) throws SQLException {
        try (Connection copy = log.copy()) {
            Forger forger = new Forger(copy);
            change.forgery().accept(forger);
            forger.rechain().sign(log.key());

            Verification verification = log.verify(copy, List.of());

            assertThat(verification.chain().findings()).isEmpty();
            assertThat(verification.signatures().findings()).isEmpty();
            assertThat(verification.findings().getFirst().position()).isEqualTo(change.position());
            assertThat(verification.findings().getFirst().what()).contains(change.what());
            copy.rollback();
        }
    }

    @Test
    void there_are_at_least_sixty() {
        assertThat(changes()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void nothing_is_found_in_an_untouched_log() throws SQLException {
        try (Connection copy = log.copy()) {
            Verification verification = log.verify(copy, log.copies());

            assertThat(verification.findings()).isEmpty();
            assertThat(verification.chain().head().position()).isEqualTo(SmallLog.EVENTS);
            assertThat(verification.chain().agreed()).isEqualTo(1);
            assertThat(verification.signatures().count()).isEqualTo(6);
            assertThat(verification.ledger().events()).isEqualTo(SmallLog.EVENTS);
            copy.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void it_is_found_and_its_position_is_named(Change change) throws SQLException {
        try (Connection copy = log.copy()) {
            change.forgery().accept(new Forger(copy));

            List<Finding> findings = log.verify(copy, log.copies()).findings();

            assertThat(findings).isNotEmpty();
            assertThat(findings.getFirst().position()).isEqualTo(change.position());
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding.what()).contains(change.what()));
            copy.rollback();
        }
    }

    /** Canary 12: who looks at the ends only does not see what lies between them. */
    @Test
    void a_verifier_of_the_ends_would_not_find_the_middle() throws SQLException {
        try (Connection copy = log.copy()) {
            new Forger(copy)
                    .run("UPDATE ledger_event SET metadata = '{}' WHERE " + EVENT.formatted(150))
                    .releaf(150);

            assertThat(EndsOnly.isIntact(log.source(copy))).isTrue();
            assertThat(log.verify(copy, List.of()).findings()).isNotEmpty();
            copy.rollback();
        }
    }

    /** The honest limit: nobody else has kept anything of what is cut off. */
    @Test
    void a_tail_after_the_last_copy_outside_can_be_cut_off_unseen() throws SQLException {
        try (Connection copy = log.copy()) {
            new Forger(copy)
                    .run("DELETE FROM ledger_event WHERE " + EVENT.formatted(300))
                    .run("DELETE FROM ledger_seal WHERE position = 300")
                    .run("DELETE FROM ledger_checkpoint WHERE size = 300");

            Verification verification = log.verify(copy, log.copies().subList(0, 2));

            assertThat(verification.findings()).isEmpty();
            assertThat(new Report(verification).text())
                    .contains("99 events after the last checkpoint")
                    .contains("a tail that was cut off after the last checkpoint");
            copy.rollback();
        }
    }
}
