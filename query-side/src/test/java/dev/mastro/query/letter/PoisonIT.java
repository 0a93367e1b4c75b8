package dev.mastro.query.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.query.letter.Frail.Failure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PoisonIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Story FIRST = new Story(1);
    private static final Story SECOND = new Story(2);
    private static final String RETRY = "/projections/frail/letters/retry";

    private Database database;
    private QuerySide querySide;
    private Frail frail;

    @BeforeEach
    void start() {
        database = EmbeddedPostgres.shared().freshDatabase();
        querySide = QuerySide.start(database, Frail.Added.class);
        frail = querySide.bean(Frail.class);
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_JAVA", "IN_SQL"})
    void an_account_that_fails_is_put_aside_and_the_others_go_on(Failure failure) {
        frail.failsWith(failure);
        for (int n = 1; n <= 10; n++) {
            querySide.record(new Story(n).opened(MARCH_1));
        }
        awaitSeen();
        querySide.record(FIRST.ordered(MARCH_1, APRIL_1));
        querySide.record(SECOND.ordered(MARCH_1, APRIL_1));
        awaitSeen();

        List<Long> letters = positionsOf(FIRST);
        assertThat(letterPositions("frail")).isEqualTo(letters).hasSize(6);
        assertThat(kept()).hasSize(Math.toIntExact(querySide.head()) - 6);
        assertThat(kept()).doesNotContainAnyElementsOf(letters);
        assertThat(numbers("SELECT count(*) FROM dead_letter_entry")).containsExactly(6L);
        isToldEverywhere();

        assertThat(items(querySide.post(RETRY))).hasSize(6);
        assertThat(letterPositions("frail")).isEqualTo(letters);
        assertThat(kept()).doesNotContainAnyElementsOf(letters);
        frail.failsWith(Failure.NONE);
        String one = "/projections/frail/letters/%s/retry";
        assertThat(items(querySide.post(one.formatted(SECOND.account())))).hasSize(6);
        assertThat(items(querySide.post(one.formatted(FIRST.account())))).isEmpty();

        assertThat(kept()).hasSize(Math.toIntExact(querySide.head()));
        assertThat(querySide.get("/actuator/health").status()).isEqualTo(200);
        awaitStale("/accounts/" + FIRST.account(), "");
        rebuildFindsNothing("frail");
    }

    private void isToldEverywhere() {
        assertThat(querySide.get("/actuator/health").status()).isEqualTo(503);
        assertThat(querySide.get("/actuator/health/readiness").status()).isEqualTo(200);
        awaitStale("/accounts/" + FIRST.account(), "frail");
        awaitStale("/accounts/" + SECOND.account(), "");
        awaitStale("/books/trial-balance", "frail");
        assertThat(querySide.get("/audit/checks").body().get("clean").asBoolean()).isFalse();
        assertThat(progress("frail").get("letters").asLong()).isEqualTo(6);
        assertThat(querySide.text("/actuator/prometheus"))
                .contains("mastro_projection_letters{projection=\"frail\"} 6.0");
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_cannot_be_read_stops_its_account_until_a_build_can(Damage damage) {
        querySide.record(FIRST.opened(MARCH_1));
        querySide.caughtUp();
        damage.recordFor(querySide, FIRST);
        querySide.record(FIRST.ordered(MARCH_1, APRIL_1));
        querySide.record(SECOND.opened(MARCH_1));
        awaitSeen();

        assertThat(querySide.get("/accounts/" + SECOND.account()).status()).isEqualTo(200);
        assertThat(letterPositions("frail")).hasSize(5).first().isEqualTo(3L);
        JsonNode first = items(querySide.get("/projections/frail/letters")).getFirst();
        assertThat(first.get("account").asString()).isEqualTo(FIRST.account().toString());
        assertThat(first.get("type").asString()).isEqualTo("UnreadableEvent");
        assertThat(first.get("cause").asString()).contains(damage.type() + " cannot be read");
        nothingIsMadeWithoutIt(damage);

        querySide.close();
        querySide = QuerySide.start(database, Frail.Added.class, NextBuild.class);
        List<String> waiting =
                querySide
                        .jdbc()
                        .sql("SELECT DISTINCT processing_group FROM dead_letter_entry")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list();
        assertThat(waiting).contains("frail", "timeline");
        for (String name : waiting) {
            assertThat(items(querySide.post("/projections/" + name + "/letters/retry"))).isEmpty();
        }
        assertThat(kept()).hasSize(Math.toIntExact(querySide.head()));
        assertThat(querySide.get("/actuator/health").status()).isEqualTo(200);
        waiting.stream().filter(name -> !name.equals("mail")).forEach(this::rebuildFindsNothing);
    }

    private void nothingIsMadeWithoutIt(Damage damage) {
        QuerySide.Answer folded = querySide.get("/accounts/" + FIRST.account() + "/state");
        assertThat(folded.status()).isEqualTo(503);
        assertThat(folded.body().get("code").asString()).isEqualTo("EVENT_UNREADABLE");
        List<Long> timeline = numbers("SELECT position FROM timeline_item");
        assertThat(querySide.post("/projections/timeline/rebuild").status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> rebuildOf("timeline").equals("FAILED"));
        assertThat(progress("timeline").at("/rebuild/failure").asString())
                .contains("position 3", damage.type());
        assertThat(numbers("SELECT position FROM timeline_item")).isEqualTo(timeline);
    }

    @Test
    void an_unreadable_event_tells_its_account_itself_when_its_stream_cannot() {
        querySide.record(FIRST.opened(MARCH_1));
        Damage.UNKNOWN_TYPE.record(
                querySide,
                UUID.randomUUID().toString(),
                "{\"accountId\": \"%s\"}".formatted(FIRST.account()));
        querySide.record(FIRST.ordered(MARCH_1, APRIL_1));
        awaitSeen();

        assertThat(letterAccounts()).containsOnly(FIRST.account().toString()).hasSize(5);
    }

    @Test
    void a_stream_of_an_unknown_account_waits_until_an_event_tells_whose_it_is() {
        querySide.record(FIRST.opened(MARCH_1));
        String stream = FIRST.subscription().toString();
        Damage.UNKNOWN_TYPE.record(querySide, stream, "{}");
        querySide.record(SECOND.opened(MARCH_1));
        awaitSeen();
        assertThat(letterAccounts()).containsExactly(stream);

        querySide.record(SECOND.ordered(MARCH_1, APRIL_1));
        querySide.record(FIRST.ordered(MARCH_1, APRIL_1));
        awaitSeen();

        assertThat(letterAccounts()).containsOnly(FIRST.account().toString()).hasSize(5);
        assertThat(letterPositions("frail")).isSorted().startsWith(3L);
    }

    @Test
    void what_passes_is_tried_again_and_puts_nothing_aside() {
        frail.failsWith(Failure.FOR_A_WHILE);
        querySide.record(FIRST.opened(MARCH_1));
        await().atMost(PATIENCE).until(() -> frail.failures() >= 2);

        assertThat(progress("frail").get("status").asString()).isEqualTo("FAILED");
        assertThat(letterPositions("frail")).isEmpty();

        frail.failsWith(Failure.NONE);
        querySide.caughtUp();
        assertThat(kept()).containsExactly(1L, 2L);
        assertThat(letterPositions("frail")).isEmpty();
    }

    @Test
    void two_processes_that_retry_at_once_project_each_letter_once() {
        frail.failsWith(Failure.IN_JAVA);
        querySide.record(FIRST.opened(MARCH_1));
        querySide.record(FIRST.ordered(MARCH_1, APRIL_1));
        awaitSeen();
        frail.failsWith(Failure.NONE);

        try (QuerySide other = QuerySide.start(database, Frail.Added.class)) {
            List<CompletableFuture<QuerySide.Answer>> answers =
                    List.of(querySide, other, querySide, other).stream()
                            .map(node -> CompletableFuture.supplyAsync(() -> node.post(RETRY)))
                            .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(items(answer.join())).isEmpty());
        }
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(positionsOf(FIRST)).hasSize(6);
    }

    @Test
    void a_rebuild_after_the_correction_makes_the_letters_needless() {
        frail.failsWith(Failure.IN_SQL);
        querySide.record(FIRST.opened(MARCH_1));
        awaitSeen();
        assertThat(letterPositions("frail")).hasSize(2);

        assertThat(querySide.post("/projections/frail/rebuild").status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> rebuildOf("frail").equals("FAILED"));
        assertThat(letterPositions("frail")).hasSize(2);
        frail.failsWith(Failure.NONE);
        assertThat(querySide.post("/projections/frail/rebuild").status()).isEqualTo(202);

        await().atMost(PATIENCE).until(() -> rebuildOf("frail").equals("FINISHED"));
        assertThat(letterPositions("frail")).isEmpty();
        assertThat(kept()).containsExactly(1L, 2L);
    }

    private void awaitSeen() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(items(querySide.get("/projections")))
                                .allSatisfy(one ->
                                        assertThat(one.get("position").asLong())
                                                .isEqualTo(querySide.head())));
    }

    private void awaitStale(String path, String projections) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stale(path)).isEqualTo(projections));
    }

    private String stale(String path) {
        return querySide.file(path).headers().firstValue("Mastro-Stale").orElse("");
    }

    private void rebuildFindsNothing(String name) {
        assertThat(querySide.post("/projections/" + name + "/rebuild").status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> rebuildOf(name).equals("FINISHED"));
        assertThat(progress(name).at("/rebuild/differing").asLong()).as(name).isZero();
    }

    private String rebuildOf(String name) {
        return progress(name).at("/rebuild/state").asString();
    }

    private JsonNode progress(String name) {
        return items(querySide.get("/projections")).stream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> letterPositions(String projection) {
        return items(querySide.get("/projections/" + projection + "/letters")).stream()
                .map(letter -> letter.get("position").asLong())
                .toList();
    }

    private List<String> letterAccounts() {
        return items(querySide.get("/projections/frail/letters")).stream()
                .map(letter -> letter.get("account").asString())
                .toList();
    }

    private List<Long> kept() {
        return numbers("SELECT position FROM frail");
    }

    private List<Long> positionsOf(Story story) {
        return numbers(
                "SELECT position FROM timeline_item WHERE account_id = '%s' ORDER BY 1"
                        .formatted(story.account()));
    }

    private List<Long> numbers(String sql) {
        return querySide.jdbc().sql(sql).query((row, _) -> row.getLong(1)).list();
    }

    private static List<JsonNode> items(QuerySide.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().get("items").valueStream().toList();
    }
}
