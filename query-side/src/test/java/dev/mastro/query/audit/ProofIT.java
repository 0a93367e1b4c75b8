package dev.mastro.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.note.KeyFile;
import dev.mastro.eventstore.note.SignedNote;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.proof.InclusionProof;
import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.Sealer;
import dev.mastro.eventstore.seal.StoredFields;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.shared.codec.LedgerJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything here is checked as an outsider would, with nothing but the key. */
class ProofIT {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final int ACCOUNTS = 30;

    @TempDir private static Path folder;

    private static QuerySide querySide;
    private static VerifierKey key;

    @BeforeAll
    static void record() {
        Path file = folder.resolve("checkpoint.key");
        querySide =
                QuerySide.start(
                        EmbeddedPostgres.shared().freshDatabase(),
                        Map.of(
                                "mastro.checkpoint.key-file",
                                file,
                                "mastro.checkpoint.make-key",
                                true));
        key = KeyFile.read(file).verifier();
        for (int i = 1; i <= ACCOUNTS; i++) {
            querySide.record(new Story(i).opened(DAY));
        }
        assertThat(querySide.head()).isGreaterThanOrEqualTo(ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void every_event_is_shown_to_be_in_the_log_by_a_checkpoint_made_on_demand() {
        for (UUID event : events()) {
            JsonNode proof = querySide.get("/audit/proof/" + event).body();
            Hash leaf = stored(proof.at("/stored")).leaf();
            Checkpoint checkpoint = checkpoint(proof.at("/checkpoint/note").asString());

            assertThat(leaf).hasToString(proof.at("/leafHash").asString());
            assertThat(inclusion(proof).shows(leaf, checkpoint.root())).isTrue();
            assertThat(proof.at("/inclusion/leafIndex").asLong())
                    .isEqualTo(proof.at("/position").asLong() - 1);
            assertThat(proof.at("/inclusion/treeSize").asLong()).isEqualTo(checkpoint.size());
        }
    }

    @Test
    void the_seal_says_what_was_signed_and_with_which_key() {
        assertThat(querySide.get("/audit/proof/" + events().getLast()).status()).isEqualTo(200);

        JsonNode seal = querySide.get("/audit/seal").body();

        assertThat(seal.at("/signs").asBoolean()).isTrue();
        assertThat(seal.at("/trouble").isNull()).isTrue();
        assertThat(seal.at("/verifierKey").asString()).isEqualTo(key.toString());
        Checkpoint checkpoint = checkpoint(seal.at("/checkpoint/note").asString());
        assertThat(checkpoint.head().hash()).hasToString(seal.at("/chainHash").asString());
        assertThat(checkpoint.size()).isEqualTo(seal.at("/position").asLong());
        assertThat(querySide.get("/audit/checkpoints?limit=1").body().at("/items/0"))
                .isEqualTo(seal.at("/checkpoint"));
    }

    @Test
    void an_unknown_event_has_no_proof() {
        QuerySide.Answer answer = querySide.get("/audit/proof/" + new UUID(1, 2));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/code").asString()).isEqualTo("EVENT_UNKNOWN");
        assertThat(querySide.get("/audit/proof/x").status()).isEqualTo(400);
    }

    @Test
    void a_process_without_a_key_says_so_and_proves_nothing() {
        try (QuerySide keyless = QuerySide.start()) {
            keyless.record(new Story(1).opened(DAY));
            assertThat(keyless.head()).isPositive();

            JsonNode seal = keyless.get("/audit/seal").body();
            QuerySide.Answer proof = keyless.get("/audit/proof/" + events(keyless).getFirst());

            assertThat(seal.at("/signs").asBoolean()).isFalse();
            assertThat(seal.at("/checkpoint").isNull()).isTrue();
            assertThat(proof.status()).isEqualTo(409);
            assertThat(proof.body().at("/code").asString()).isEqualTo("EVENT_NOT_SIGNED");
            assertThat(proof.headers().firstValue("Retry-After")).hasValue("60");
        }
    }

    @Test
    void an_event_without_a_position_has_no_proof_yet() {
        try (QuerySide unsealed = QuerySide.start()) {
            unsealed.bean(Sealer.class).stop();
            unsealed.record(new Story(1).opened(DAY));
            UUID event = events(unsealed).getFirst();

            QuerySide.Answer proof = unsealed.get("/audit/proof/" + event);

            assertThat(proof.status()).isEqualTo(409);
            assertThat(proof.body().at("/code").asString()).isEqualTo("EVENT_NOT_SEALED");
            assertThat(proof.headers().firstValue("Retry-After")).hasValue("60");

            unsealed.bean(Sealer.class).start();
            assertThat(unsealed.head()).isPositive();
            assertThat(unsealed.get("/audit/proof/" + event).body().at("/code").asString())
                    .isEqualTo("EVENT_NOT_SIGNED");
        }
    }

    @Test
    void an_event_that_was_edited_after_its_seal_has_no_proof() {
        try (QuerySide edited = QuerySide.start()) {
            edited.record(new Story(1).opened(DAY));
            assertThat(edited.head()).isPositive();
            UUID event = events(edited).getFirst();
            edited.ownerJdbc().sql("ALTER TABLE ledger_event DISABLE TRIGGER ALL").update();
            edited.ownerJdbc()
                    .sql("UPDATE ledger_event SET aggregate_type = 'X' WHERE event_id = ?")
                    .param(event)
                    .update();

            QuerySide.Answer proof = edited.get("/audit/proof/" + event);

            assertThat(proof.status()).isEqualTo(409);
            assertThat(proof.body().at("/code").asString()).isEqualTo("LOG_NOT_AS_SIGNED");
        }
    }

    @Test
    void an_export_has_all_that_the_chain_is_computed_from() {
        assertThat(querySide.get("/audit/proof/" + events().getLast()).status()).isEqualTo(200);

        List<JsonNode> lines = export("/audit/export");

        assertThat(lines.getFirst().at("/positions").asLong()).isEqualTo(querySide.head());
        assertThat(lines.getLast().at("/type").asString()).isEqualTo("end");
        assertThat(lines.getLast().at("/events").asLong()).isEqualTo(querySide.head());
        ChainLink link = ChainLink.START;
        for (JsonNode line : ofType("event", lines)) {
            link = link.next(stored(line.at("/stored")).leaf());
            assertThat(link.position()).isEqualTo(line.at("/position").asLong());
            assertThat(link.hash()).hasToString(line.at("/chainHash").asString());
        }
        assertThat(link.hash()).hasToString(lines.getFirst().at("/chainHash").asString());
        assertThat(ofType("checkpoint", lines))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(checkpoint(line.at("/note").asString()).size())
                                .isEqualTo(line.at("/size").asLong()));
    }

    @Test
    void an_export_goes_up_to_a_position_and_is_always_the_same() {
        String once = querySide.text("/audit/export?upTo=3");

        assertThat(ofType("event", export("/audit/export?upTo=3"))).hasSize(3);
        assertThat(querySide.text("/audit/export?upTo=3")).isEqualTo(once);
        assertThat(querySide.get("/audit/export?upTo=1000000").status()).isEqualTo(400);
        assertThat(querySide.get("/audit/export?upTo=-1").status()).isEqualTo(400);
        assertThat(querySide.get("/audit/export?upTo=x").status()).isEqualTo(400);
    }

    private static List<UUID> events() {
        return events(querySide);
    }

    private static List<UUID> events(QuerySide side) {
        return side.jdbc()
                .sql("SELECT event_id FROM ledger_event ORDER BY global_index")
                .query((row, _) -> UUID.fromString(String.valueOf(row.getString(1))))
                .list();
    }

    private static List<JsonNode> export(String path) {
        return querySide.text(path).lines().map(LedgerJson.mapper()::readTree).toList();
    }

    private static List<JsonNode> ofType(String type, List<JsonNode> lines) {
        return lines.stream().filter(line -> line.at("/type").asString().equals(type)).toList();
    }

    private static Checkpoint checkpoint(String text) {
        SignedNote note = SignedNote.parse(text);
        assertThat(note.signedBy(List.of(key))).contains(key);
        return Checkpoint.parse(note.text());
    }

    private static InclusionProof inclusion(JsonNode proof) {
        List<Hash> path = new ArrayList<>();
        proof.at("/inclusion/path")
                .forEach(hash -> path.add(Hash.of(HexFormat.of().parseHex(hash.asString()))));
        return new InclusionProof(
                proof.at("/inclusion/leafIndex").asLong(),
                proof.at("/inclusion/treeSize").asLong(),
                path);
    }

    private static StoredFields stored(JsonNode fields) {
        return LedgerJson.mapper().treeToValue(fields, StoredFields.class);
    }
}
