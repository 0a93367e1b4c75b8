package dev.mastro.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildUnderLoadIT {

    private static final LocalDate START = LocalDate.parse("2025-03-01");
    private static final int REBUILDS = 4;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger recorded = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final Map<String, JsonNode> staying = new LinkedHashMap<>();
    private final Queue<Object> failures = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_is_lost_and_no_read_fails_while_facts_are_recorded() throws InterruptedException {
        try (QuerySide querySide = QuerySide.start()) {
            ReadModelTables tables = new ReadModelTables(querySide);
            record(querySide, 0);
            querySide.caughtUp();
            stay(querySide);
            Thread writer = begin(() -> record(querySide, recorded.incrementAndGet()));
            Thread reader = begin(() -> readAll(querySide));
            Thread auditor = begin(() -> audit(querySide));

            for (int n = 0; n < REBUILDS; n++) {
                assertThat(querySide.post("/projections/rebuild").status()).isEqualTo(202);
                tables.rebuiltAll();
            }
            over.set(true);
            writer.join();
            reader.join();
            auditor.join();

            querySide.caughtUp();
            assertThat(failures).isEmpty();
            assertThat(recorded.get()).isGreaterThan(REBUILDS);
            assertThat(read.get()).isGreaterThan(REBUILDS);
            Map<String, String> live = tables.rows();
            var _ = querySide.post("/projections/rebuild");
            tables.rebuiltAll();
            assertThat(tables.rows()).isEqualTo(live);
            long invoices =
                    querySide
                            .jdbc()
                            .sql("SELECT count(*) FROM invoices")
                            .query(Long.class)
                            .single();
            assertThat(invoices).isEqualTo(recorded.get() + 1L);
            assertThat(querySide.get("/audit/checks").body().get("clean").asBoolean()).isTrue();
        }
    }

    private Thread begin(Runnable step) {
        return Thread.ofPlatform()
                .start(() -> {
                    while (!over.get()) {
                        try {
                            step.run();
                        } catch (RuntimeException | AssertionError e) {
                            failures.add(e);
                            return;
                        }
                    }
                });
    }

    private static void record(QuerySide querySide, int n) {
        Story story = new Story(n);
        querySide.record(story.opened(START));
        querySide.record(story.ordered(START, START.plusMonths(1)));
        querySide.record(story.paid(1, START));
    }

    /** Of an account of which nothing is recorded any more: what is told of it is always this. */
    private void stay(QuerySide querySide) {
        Story story = new Story(0);
        for (String path :
                List.of(
                        "/accounts/" + story.account(),
                        "/accounts/" + story.account() + "/timeline",
                        "/accounts/" + story.account() + "/subscriptions",
                        "/accounts/" + story.account() + "/invoices",
                        "/accounts/" + story.account() + "/journal",
                        "/invoices/" + story.invoiceNumber(1))) {
            JsonNode told = querySide.get(path).body();
            assertThat(told.has("items") ? told.get("items").size() : told.size()).isPositive();
            staying.put(path, told);
        }
    }

    private void readAll(QuerySide querySide) {
        staying.forEach((path, told) -> {
            QuerySide.Answer answer = querySide.get(path);
            if (answer.status() != 200 || !answer.body().equals(told)) {
                failures.add(path + " " + answer);
            }
            read.incrementAndGet();
        });
    }

    private void audit(QuerySide querySide) {
        QuerySide.Answer answer = querySide.get("/audit/checks");
        if (answer.status() != 200 || !answer.body().get("clean").asBoolean()) {
            failures.add(answer);
        }
    }
}
