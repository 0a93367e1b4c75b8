package dev.mastro.eventstore.checkpoint;

import static dev.mastro.eventstore.StoreFixture.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.note.KeyFile;
import dev.mastro.eventstore.note.SigningKey;
import dev.mastro.eventstore.proof.ConsistencyProof;
import dev.mastro.eventstore.proof.InclusionProof;
import dev.mastro.eventstore.proof.Tree;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class CheckpointerTest {

    private static final int MANY = 1100;
    private static final Map<String, Object> NO_KEY = Map.of();

    private final Database database = EmbeddedPostgres.shared().freshDatabase();
    private final Map<String, Object> settings = new HashMap<>();

    @TempDir private Path folder;

    @BeforeEach
    void name_the_key() {
        settings.put("mastro.checkpoint.key-file", folder.resolve("checkpoint.key"));
        settings.put("mastro.checkpoint.make-key", "true");
        settings.put("mastro.checkpoint.folder", folder.resolve("checkpoints"));
    }

    @Test
    void a_thousand_positions_are_signed_without_being_asked() {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            store.publish(events("stream", MANY));
            CheckpointTable table = new CheckpointTable(store.jdbc());

            await().until(() -> table.newest().isPresent());

            KeptCheckpoint kept = table.newest().orElseThrow();
            assertThat(kept.size()).isEqualTo(MANY);
            assertThat(kept.note().signedBy(List.of(key().verifier()))).contains(key().verifier());
            assertThat(kept.checkpoint().head()).isEqualTo(table.head());
            assertThat(store.bean(Checkpointer.class).trouble()).isEmpty();
        }
    }

    @Test
    void what_is_signed_proves_every_event_and_what_was_signed_before() {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            KeptCheckpoint first = checkpointAfter(store, "first", 300);
            KeptCheckpoint second = checkpointAfter(store, "second", 400);
            StoredSubtrees subtrees = new StoredSubtrees(store.jdbc());
            Tree tree = new Tree(subtrees, second.size());

            Hash leaf = subtrees.nodes(0, 41, 1).getFirst();
            InclusionProof inclusion = tree.inclusion(41);
            ConsistencyProof consistency = tree.consistency(first.size());

            assertThat(inclusion.shows(leaf, second.checkpoint().root())).isTrue();
            assertThat(consistency.shows(first.checkpoint().root(), second.checkpoint().root()))
                    .isTrue();
        }
    }

    @Test
    void what_is_not_signed_when_the_process_ends_is_signed_then() {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            publish(store, "stream", 5);
        }

        assertThat(new CheckpointFolder(folder.resolve("checkpoints")).newest())
                .hasValueSatisfying(kept -> assertThat(kept.size()).isEqualTo(5));
    }

    @Test
    void copies_that_are_missing_are_made_up_for() throws IOException {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            makeCheckpoint(store, "one", 3);
            makeCheckpoint(store, "two", 3);
        }
        deleteCopies();

        try (StoreFixture _ = StoreFixture.start(database, settings)) {
            await().untilAsserted(() ->
                    assertThat(copies())
                            .containsExactlyInAnyOrder(
                                    "0000000000000000003.note", "0000000000000000006.note"));
        }
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> copies = Files.list(folder.resolve("checkpoints"))) {
            return copies.map(copy -> copy.getFileName().toString()).toList();
        }
    }

    @Test
    void a_process_without_a_key_signs_nothing() {
        try (StoreFixture store = StoreFixture.start(database, NO_KEY)) {
            publish(store, "stream", 3);

            assertThat(store.bean(Checkpointer.class).now()).isEmpty();
            assertThat(store.bean(Checkpointer.class).verifier()).isEmpty();
            assertThat(new CheckpointTable(store.jdbc()).newest()).isEmpty();
        }
    }

    @Test
    void another_key_is_refused_at_the_start() {
        record();
        settings.put("mastro.checkpoint.key-file", folder.resolve("other.key"));

        refused(() -> StoreFixture.start(database, settings).close())
                .hasMessageStartingWith("the last checkpoint is of the log mastro/");
    }

    @Test
    void another_key_in_the_same_name_is_refused_unless_the_earlier_one_is_named()
            throws IOException {
        record();
        SigningKey earlier = key();
        Path file = folder.resolve("next.key");
        KeyFile.createIfMissing(file, earlier.verifier().name());
        settings.put("mastro.checkpoint.key-file", file);

        refused(() -> StoreFixture.start(database, settings).close())
                .hasMessageStartingWith("the last checkpoint was signed with");

        settings.put("mastro.checkpoint.earlier-keys", earlier.verifier());
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            KeptCheckpoint next = checkpointAfter(store, "more", 1);
            assertThat(next.note().signedBy(List.of(KeyFile.read(file).verifier()))).isPresent();
        }
    }

    @Test
    void a_log_whose_end_is_missing_is_refused_at_the_start() {
        record();
        forge("TRUNCATE ledger_seal, ledger_event, ledger_checkpoint, ledger_tree_node");

        refused(() -> StoreFixture.start(database, settings).close())
                .hasMessage(
                        "the log ends at position 0, but it was signed up to 5: its end is"
                                + " missing");
    }

    @Test
    void a_log_that_was_changed_is_refused_at_the_start() {
        record();
        forge("UPDATE ledger_seal SET leaf_hash = sha256('x') WHERE position = 2");

        refused(() -> StoreFixture.start(database, settings).close())
                .hasMessage("the log up to position 5 is not the one that was signed");
    }

    @Test
    void a_checkpoint_that_was_changed_is_refused_at_the_start() {
        record();
        forge("UPDATE ledger_checkpoint SET note = replace(note, 'time 2', 'time 3')");

        refused(() -> StoreFixture.start(database, settings).close())
                .hasMessageStartingWith("the last checkpoint was changed: the signature of");
    }

    @Test
    void a_log_that_is_changed_while_it_runs_is_signed_no_more() {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            makeCheckpoint(store, "one", 5);
            forge("UPDATE ledger_seal SET chain_hash = sha256('x') WHERE position = 5");
            publish(store, "two", MANY);

            Checkpointer checkpointer = store.bean(Checkpointer.class);
            await().until(() -> checkpointer.trouble().isPresent());

            assertThat(checkpointer.trouble())
                    .contains("the log up to position 5 is not the one that was signed");
            HealthIndicator health =
                    store.context().getBean("checkpointHealthIndicator", HealthIndicator.class);
            assertThat(health.health())
                    .isNotNull()
                    .satisfies(one -> assertThat(one.getStatus()).isEqualTo(Status.DOWN));
        }
    }

    private void record() {
        try (StoreFixture store = StoreFixture.start(database, settings)) {
            makeCheckpoint(store, "stream", 5);
        }
    }

    private static void makeCheckpoint(StoreFixture store, String stream, int count) {
        assertThat(checkpointAfter(store, stream, count).note()).isNotNull();
    }

    private static KeptCheckpoint checkpointAfter(StoreFixture store, String stream, int count) {
        publish(store, stream, count);
        return store.bean(Checkpointer.class).now().orElseThrow();
    }

    private static void publish(StoreFixture store, String stream, int count) {
        store.publish(events(stream, count));
        assertThat(store.bean(LogPosition.class).settledHead(Duration.ofSeconds(30))).isPresent();
    }

    private SigningKey key() {
        return KeyFile.read(folder.resolve("checkpoint.key"));
    }

    private void deleteCopies() throws IOException {
        try (Stream<Path> copies = Files.list(folder.resolve("checkpoints"))) {
            for (Path copy : copies.toList()) {
                Files.delete(copy);
            }
        }
    }

    private void forge(String change) {
        Forgery.of(database, change);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable start) {
        return assertThatThrownBy(start).isInstanceOf(RefusedLog.class);
    }
}
