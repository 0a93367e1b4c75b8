package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request under one key, sent to two processes that share a database. */
class TwinsAtTwoNodesTest {

    private static final String NOON = "2025-04-28T10:00:00Z";
    private static final int ROUNDS = 100;
    private static final int TWINS_AT_EACH = 2;

    private static final String APPLICATION_NAME =
            "spring.datasource.hikari.data-source-properties.ApplicationName";

    /** Whoever finds these first looks for an answer, and then goes on when he is allowed to. */
    private static final List<String> SLOW_LOOKS =
            List.of(
                    "CREATE SCHEMA slow",
                    """
                    CREATE FUNCTION slow.answers() RETURNS SETOF public.idempotent_answer
                    LANGUAGE plpgsql AS '
                    BEGIN
                        RETURN QUERY SELECT * FROM public.idempotent_answer;
                        PERFORM pg_advisory_xact_lock_shared(25);
                    END'
                    """,
                    "CREATE VIEW slow.idempotent_answer AS SELECT * FROM slow.answers()",
                    "GRANT USAGE ON SCHEMA slow TO mastro_app",
                    "GRANT SELECT ON slow.idempotent_answer TO mastro_app");

    private static final String LOOKS =
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
               AND application_name = 'slow' AND query LIKE '%FROM idempotent_answer%'
            """;

    private static Database database;
    private static JdbcClient jdbc;
    private static CommandSide first;
    private static CommandSide second;

    @BeforeAll
    static void start() {
        database = EmbeddedPostgres.shared().freshDatabase();
        jdbc = JdbcClient.create(database.dataSource());
        first = CommandSide.startedAt(NOON, database, Map.of(APPLICATION_NAME, "first"));
        second = CommandSide.startedAt(NOON, database, Map.of(APPLICATION_NAME, "second"));
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    /**
     * The late twin looks for the key before the early one is committed, and for the payment
     * afterwards. It has nothing to record then, but was not the first to be answered.
     */
    @Test
    void a_twin_that_finds_the_payment_of_the_other_gives_the_answer_of_the_other()
            throws Exception {
        SLOW_LOOKS.forEach(statement -> jdbc.sql(statement).update());
        try (CommandSide slow =
                        CommandSide.startedAt(
                                NOON,
                                database,
                                Map.of(
                                        APPLICATION_NAME,
                                        "slow",
                                        "spring.datasource.hikari.connection-init-sql",
                                        "SET search_path = slow, public",
                                        "spring.flyway.default-schema",
                                        "public"));
                Connection holder = database.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Customer customer = Customer.onInvoice(first.client());
            long before = first.events();
            execute(holder, "SELECT pg_advisory_lock(25)");
            Future<Reply> late =
                    threads.submit(
                            () -> customer.through(keyed(slow, "late")).pay("10.00", "late"));
            await().until(() -> jdbc.sql(LOOKS).query(Long.class).single() == 1);

            Reply early = customer.through(keyed(first, "late")).pay("10.00", "late");
            execute(holder, "SELECT pg_advisory_unlock(25)");

            assertThat(early.status()).isEqualTo(201);
            assertThat(late.get().status()).isEqualTo(201);
            assertThat(late.get().body()).isEqualTo(early.body());
            assertThat(late.get().header("Idempotency-Replayed")).isPresent();
            assertThat(first.events()).isEqualTo(before + 2);
        }
    }

    @Test
    void twins_at_two_nodes_have_one_effect_and_one_answer_however_they_meet() throws Exception {
        Customer customer = Customer.onInvoice(first.client());
        for (int round = 0; round < ROUNDS; round++) {
            String key = "meet-" + round;
            long before = first.events();

            List<Reply> replies =
                    atOnce(
                            () -> customer.through(keyed(first, key)).pay("10.00", key),
                            () -> customer.through(keyed(second, key)).pay("10.00", key));

            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
            assertThat(first.events()).isEqualTo(before + 2);
        }
    }

    private static List<Reply> atOnce(Supplier<Reply> here, Supplier<Reply> there)
            throws Exception {
        List<Future<Reply>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TWINS_AT_EACH; i++) {
                futures.add(threads.submit(here::get));
                futures.add(threads.submit(there::get));
            }
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> future : futures) {
            replies.add(future.get());
        }
        return replies;
    }

    private static Client keyed(CommandSide side, String key) {
        return side.client().with("Idempotency-Key", key);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
