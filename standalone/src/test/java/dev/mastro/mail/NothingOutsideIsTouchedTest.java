package dev.mastro.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A rebuild reads the whole log again: no mail, no charge, no payout and no number comes of it. */
class NothingOutsideIsTouchedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How far who is, which changes by itself. */
    private static final Set<String> PROGRESS =
            Set.of(
                    "token_entry",
                    "seal_watermark",
                    "ledger_tree_node",
                    "ledger_checkpoint",
                    "scheduled_tasks",
                    "projection_process",
                    "projection_rebuild",
                    "projection_comparison",
                    "projection_difference");

    private static final String TABLES =
            """
            SELECT relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            """;

    private static final String SEQUENCES =
            """
            SELECT string_agg(sequencename || ' ' || coalesce(last_value, 0), ', '
                              ORDER BY sequencename)
              FROM pg_sequences WHERE schemaname = 'public'
            """;

    @TempDir private Path data;

    @Test
    void a_rebuild_of_all_read_models_changes_nothing_but_them() throws IOException {
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            String account = product.open("goto", "ugo@example.com", "it-IT");
            JsonNode ordered = product.order(account, "pro", 2);
            assertThat(product.file("/invoices/" + number(ordered) + ".pdf")).isNotEmpty();
            product.moveClock("2025-05-10T13:00:00Z");
            await().atMost(PATIENCE).until(() -> mails() == 2);
            Map<String, String> before = rest(mastro);
            assertThat(before.get("gateway_charge")).startsWith("2 ");
            assertThat(before.get("mail_outbox")).startsWith("2 ");
            assertThat(before.get("document_file")).doesNotStartWith("0 ");

            var _ = product.post("/projections/rebuild", "");
            await().atMost(PATIENCE).until(() -> states(product).equals(Set.of("FINISHED")));

            assertThat(rest(mastro)).isEqualTo(before);
            assertThat(mails()).isEqualTo(2);
        }
    }

    private RunOptions options() {
        return RunOptions.defaults()
                .withPort(0)
                .withData(data)
                .withClockStart(Instant.parse("2025-04-10T09:00:00Z"));
    }

    private static String number(JsonNode ordered) {
        return ordered.path("invoice").path("number").asString();
    }

    private static Set<String> states(Product product) {
        Set<String> states = new HashSet<>();
        product.get("/projections")
                .path("items")
                .forEach(one -> states.add(one.at("/rebuild/state").asString("")));
        return states;
    }

    private long mails() throws IOException {
        Path folder = data.resolve("mail");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    /** All rows of all other tables, and the numbers that come next. */
    private static Map<String, String> rest(Mastro mastro) {
        JdbcClient jdbc = JdbcClient.create(mastro.context().getBean(DataSource.class));
        Set<String> others = new HashSet<>(tables(jdbc));
        others.removeAll(PROGRESS);
        for (Projection one : mastro.context().getBeansOfType(Projection.class).values()) {
            one.tables().stream().map(ReadTable::name).forEach(others::remove);
        }
        Map<String, String> rest = new TreeMap<>();
        for (String table : others) {
            rest.put(
                    table,
                    text(
                            jdbc,
                            """
                            SELECT count(*) || ' '
                                   || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))
                              FROM %s AS t
                            """
                                    .formatted(table)));
        }
        rest.put("numbers", text(jdbc, SEQUENCES));
        return rest;
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql(TABLES).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    private static String text(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
