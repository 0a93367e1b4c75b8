package dev.mastro.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed Java process leaves its PostgreSQL running; the next one takes over. */
class KilledProcessTest {

    private static final String COUNT = "SELECT count(*) FROM fact";

    @TempDir Path data;

    @Test
    void the_next_start_stops_the_orphan_and_finds_what_was_committed() throws Exception {
        Process victim = startVictim();
        long orphan = postmaster();
        kill(victim);

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(factCount(server)).isEqualTo(1);
            assertThat(postmaster()).isNotEqualTo(orphan);
        }
    }

    @Test
    void the_next_start_recovers_when_both_were_killed() throws Exception {
        Process victim = startVictim();
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
        kill(victim);
        assertThat(orphan.destroyForcibly()).isTrue();
        assertThat(orphan.onExit().get()).isNotNull();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(factCount(server)).isEqualTo(1);
        }
    }

    @Test
    void a_process_number_that_another_program_got_does_not_block_the_start() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(server.port()).isPositive();
        }
        long ours = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postgres/postmaster.pid"), ours + "\n");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(server.port()).isPositive();
        }
    }

    /** Commits one fact, leaves a second one open, says so, and waits to be killed. */
    public static void main(String[] arguments) throws SQLException, IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (Connection connection = server.database("mastro").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE fact (id int)");
            statement.execute("INSERT INTO fact VALUES (1)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO fact VALUES (2)");
            System.out.println("ready");
            int end = System.in.read();
            throw new IllegalStateException("expected to be killed, read " + end);
        }
    }

    private Process startVictim() throws IOException {
        Process victim =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProcessTest.class.getName(),
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
        return victim;
    }

    private static void kill(Process victim) throws InterruptedException {
        assertThat(victim.destroyForcibly().waitFor()).isNotZero();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
    }

    private static int factCount(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.database("mastro").connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(COUNT)) {
            assertThat(result.next()).isTrue();
            return result.getInt(1);
        }
    }
}
