package dev.mastro.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final int ACCOUNTS = 40;

    private static final String INDEXES =
            """
            SELECT coalesce(string_agg(indexdef, E'\\n' ORDER BY indexdef), '')
              FROM pg_indexes WHERE schemaname = 'public'
            """;

    private static final String CONSTRAINTS =
            """
            SELECT string_agg(format('%s %s', conname, pg_get_constraintdef(con.oid)), E'\\n'
                              ORDER BY conrelid::regclass::text, conname)
              FROM pg_constraint AS con
             WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
            """;

    private static final String OUTSIDE =
            """
            SELECT (SELECT count(*) FROM mail_outbox) || ' ' ||
                   (SELECT count(*) FROM document_file) || ' ' ||
                   (SELECT count(*) FROM ledger_event)
            """;

    private static QuerySide querySide;
    private static ReadModelTables tables;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        tables = new ReadModelTables(querySide);
        for (int n = 1; n <= ACCOUNTS; n++) {
            Story story = new Story(n);
            querySide.record(story.opened(MARCH_1));
            querySide.record(story.ordered(MARCH_1, APRIL_1));
            querySide.record(story.paid(1, MARCH_1));
        }
    }

    @BeforeEach
    void caughtUp() {
        querySide.caughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void all_read_models_are_built_again_with_the_same_rows_and_nothing_differs() {
        Map<String, String> before = tables.rows();
        String outside = text(OUTSIDE);

        QuerySide.Answer answer = querySide.post("/projections/rebuild");
        tables.rebuiltAll();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(tables.rows()).isEqualTo(before);
        assertThat(before.get("timeline_item")).isNotEmpty();
        assertThat(tables.rebuild("timeline").get("differing").asLong()).isZero();
        assertThat(tables.rebuild("timeline").get("percent").asInt()).isEqualTo(100);
        assertThat(text(OUTSIDE)).isEqualTo(outside);
    }

    @Test
    void tables_keep_their_indexes_and_constraints_and_the_old_ones_are_gone() {
        String indexes = text(INDEXES);
        String constraints = text(CONSTRAINTS);

        var _ = querySide.post("/projections/rebuild");
        tables.rebuiltAll();

        assertThat(text(INDEXES)).isEqualTo(indexes).contains("accounts_email_idx");
        assertThat(text(CONSTRAINTS)).isEqualTo(constraints);
        assertThat(
                        text(
                                "SELECT count(*)::text FROM pg_namespace"
                                        + " WHERE nspname ~ '^re(built|build|tired)'"))
                .isEqualTo("0");
    }

    @Test
    void rows_that_are_not_what_the_log_says_are_told_and_put_right() {
        Map<String, String> before = tables.rows();
        Story changed = new Story(3);
        change("UPDATE invoices SET status = 'VOID' WHERE id = ?", changed.invoice(1).value());
        change("DELETE FROM invoices WHERE id = ?", new Story(4).invoice(1).value());
        change(
                "INSERT INTO invoices SELECT ?, account_id, 'X-1', 0, state, status FROM invoices"
                        + " LIMIT 1",
                new Story(99).invoice(1).value());

        var _ = querySide.post("/projections/invoices/rebuild");
        JsonNode rebuild = tables.rebuilt("invoices");
        JsonNode report =
                querySide.get("/projections/invoices/differences").body().get("items").get(0);

        assertThat(rebuild.get("differing").asLong()).isEqualTo(3);
        assertThat(report.get("name").asString()).isEqualTo("invoices");
        assertThat(report.get("rebuilt").asLong()).isEqualTo(ACCOUNTS);
        assertThat(report.get("missing").asLong()).isEqualTo(1);
        assertThat(report.get("surplus").asLong()).isEqualTo(1);
        assertThat(report.get("changed").asLong()).isEqualTo(1);
        JsonNode example = example(report, changed.invoice(1).toString());
        assertThat(example.at("/live/status").asString()).isEqualTo("VOID");
        assertThat(example.at("/rebuilt/status").asString()).isEqualTo("PAID");
        assertThat(tables.rows()).isEqualTo(before);
        assertThat(querySide.get("/audit/checks").body().toString()).contains("invoices: 3 rows");
    }

    @Test
    void nothing_in_the_database_hangs_on_a_table_that_a_rebuild_replaces() {
        List<String> replaced =
                querySide.all(Projection.class).stream()
                        .flatMap(projection -> projection.tables().stream())
                        .map(ReadTable::name)
                        .toList();

        assertThat(
                        querySide
                                .jdbc()
                                .sql(
                                        """
                                        SELECT pg_describe_object(classid, objid, objsubid)
                                          FROM pg_class
                                          JOIN pg_depend
                                            ON (refclassid, refobjid)
                                               IN (('pg_class'::regclass, pg_class.oid),
                                                   ('pg_type'::regclass, pg_class.reltype))
                                         WHERE relname = ANY (?)
                                           AND classid IN ('pg_rewrite'::regclass,
                                                           'pg_trigger'::regclass,
                                                           'pg_proc'::regclass)
                                        """)
                                .param(replaced.toArray(String[]::new))
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    @Test
    void an_unknown_projection_has_no_rebuild_and_no_differences() {
        assertThat(querySide.post("/projections/wrong/rebuild").body().get("code").asString())
                .isEqualTo("PROJECTION_UNKNOWN");
        assertThat(querySide.get("/projections/mail/differences").status()).isEqualTo(404);
    }

    private static JsonNode example(JsonNode report, String id) {
        return report.get("examples")
                .valueStream()
                .filter(row -> row.at("/key/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void change(String sql, Object id) {
        assertThat(querySide.jdbc().sql(sql).param(id).update()).isEqualTo(1);
    }

    private static String text(String sql) {
        return querySide.jdbc().sql(sql).query(String.class).single();
    }
}
