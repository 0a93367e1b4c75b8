package dev.mastro.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "synchronous_commit", "on",
                    "data_checksums", "on",
                    "server_encoding", "UTF8",
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "");

    @TempDir Path data;

    @Test
    void the_real_server_keeps_what_it_commits_and_listens_to_this_machine_only() throws Exception {
        Map<String, String> found = new TreeMap<>(SETTINGS);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            for (String setting : SETTINGS.keySet()) {
                found.put(setting, answer(server.database("mastro"), "SHOW " + setting));
            }
        }

        assertThat(found).containsExactlyInAnyOrderEntriesOf(SETTINGS);
        assertThat(Files.getPosixFilePermissions(data.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_second_start_finds_the_data() throws Exception {
        try (EmbeddedPostgres server = throwaway()) {
            execute(server.database("mastro"), "CREATE TABLE kept AS SELECT 42 AS figure");
        }

        try (EmbeddedPostgres server = throwaway()) {
            assertThat(answer(server.database("mastro"), "SELECT figure FROM kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void every_fresh_database_is_empty() throws Exception {
        Database first = EmbeddedPostgres.shared().freshDatabase();
        Database second = EmbeddedPostgres.shared().freshDatabase();

        execute(first, "CREATE TABLE noise (id int)");

        String tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        assertThat(answer(second, tables)).isEqualTo("0");
    }

    @Test
    void nobody_enters_without_the_password() {
        Database database = EmbeddedPostgres.shared().database("mastro");
        Database wrong = new Database(database.url(), database.user(), "guess");

        assertThatThrownBy(wrong::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_folder_in_use_is_refused() {
        try (EmbeddedPostgres server = throwaway()) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessage(
                            "data folder %s is in use by another Mastro (process %d)",
                            data, ProcessHandle.current().pid());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99"})
    void a_folder_of_another_format_is_refused(String format) throws Exception {
        Files.writeString(data.resolve("mastro-format"), format + "\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessage(
                        "data folder %s has format %s, this Mastro reads format 2", data, format);
    }

    @Test
    void a_folder_of_another_major_version_is_refused() throws Exception {
        Files.writeString(data.resolve("mastro-format"), "2\n");
        Files.createDirectory(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessage(
                        "data folder %s was written by PostgreSQL 17,"
                                + " this Mastro brings PostgreSQL 18",
                        data);
    }

    @Test
    void a_folder_with_other_files_is_refused() throws Exception {
        Files.writeString(data.resolve("thesis.odt"), "precious");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessage("%s is not a data folder of Mastro, and it is not empty", data);
    }

    @Test
    void a_place_that_is_no_folder_is_refused() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "no folder");

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("below")))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessage("cannot write to %s", file.resolve("below"));
    }

    @Test
    void an_interrupted_creation_is_started_over() throws Exception {
        Files.writeString(data.resolve("mastro-format"), "2\n");
        Files.createDirectory(data.resolve("postgres.unfinished"));
        Files.writeString(data.resolve("postgres.unfinished/PG_VERSION"), "18\n");

        try (EmbeddedPostgres server = throwaway()) {
            assertThat(answer(server.database("mastro"), "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("identitiesOfThisMachine")
    void the_server_runs_as_each_identity_that_works_here(Identity identity) throws Exception {
        Folders.makeTraversable(data);

        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(data, Durability.THROWAWAY, identity)) {
            assertThat(answer(server.database("mastro"), "SELECT 1")).isEqualTo("1");
        }
    }

    static Stream<Identity> identitiesOfThisMachine() {
        Identity own = Identity.ofThisProcess();
        return own == Identity.OWN
                ? Stream.of(own)
                : Stream.of(Identity.NAMESPACE, Identity.NOBODY).filter(Identity::works);
    }

    private EmbeddedPostgres throwaway() {
        return EmbeddedPostgres.start(data, Durability.THROWAWAY, Identity.ofThisProcess());
    }

    private static String answer(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
