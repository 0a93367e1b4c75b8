package dev.mastro.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of our own, in a folder of our own. */
public final class EmbeddedPostgres implements AutoCloseable {

    private final LedgerFolder folder;
    private final Cluster cluster;
    private final int port;
    private final String password;
    private final AtomicInteger freshCount = new AtomicInteger();
    private boolean stopped;

    private EmbeddedPostgres(LedgerFolder folder, Cluster cluster, int port, String password) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of this data folder and makes both on first use. What it commits survives a
     * crash of the machine.
     *
     * @throws PostgresUnavailable with one line that says what is wrong with the folder
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, Durability.REAL, Identity.ofThisProcess());
    }

    /**
     * A database of the server that already runs in this data folder, if one does. Nothing is
     * started, and nothing in the folder changes.
     *
     * @throws PostgresUnavailable when it is no data folder of Mastro
     */
    public static Optional<Database> running(Path dataFolder, String name) {
        return RunningServer.in(dataFolder).map(server -> server.database(name));
    }

    /** One fast server per test process, without durability, gone when the process ends. */
    public static EmbeddedPostgres shared() {
        return Shared.SERVER;
    }

    static EmbeddedPostgres start(Path dataFolder, Durability durability, Identity identity) {
        LedgerFolder folder = LedgerFolder.open(dataFolder);
        try {
            Path shared = Binaries.sharedCache();
            Path cache = usable(shared, identity) ? shared : folder.root().resolve("binaries");
            Cluster cluster = new Cluster(folder, Binaries.in(cache), identity);
            cluster.createIfMissing(durability);
            int port = cluster.start(durability);
            EmbeddedPostgres server =
                    new EmbeddedPostgres(folder, cluster, port, folder.password());
            server.letApplicationIn();
            return server;
        } catch (IOException e) {
            folder.close();
            throw new PostgresUnavailable("cannot write to " + folder.root(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** Answers the database of this name and creates it on first use. */
    public Database database(String name) {
        if (!exists(name)) {
            create(name);
        }
        return at(name);
    }

    /** An empty database that nobody else uses. */
    public Database freshDatabase() {
        String name = "fresh_" + freshCount.incrementAndGet();
        create(name);
        return at(name);
    }

    /** Stops in order: open transactions roll back, the log is flushed, the folder is released. */
    @Override
    public synchronized void close() {
        if (!stopped) {
            stopped = true;
            cluster.stop();
            folder.close();
        }
    }

    private static boolean usable(Path cache, Identity identity) {
        try {
            return identity.reads(cache) && Files.isWritable(Files.createDirectories(cache));
        } catch (IOException e) {
            return false;
        }
    }

    private Database at(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), Cluster.USER, password);
    }

    /** The role of the application is the same in all databases of the server. */
    private void letApplicationIn() {
        String letIn =
                """
                DO $$
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE %1$s;
                    END IF;
                    ALTER ROLE %1$s LOGIN PASSWORD '%2$s';
                END
                $$
                """
                        .formatted(Database.APPLICATION, Database.applicationPassword(password));
        try (Connection connection = at("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(letIn);
        } catch (SQLException e) {
            cluster.stop();
            throw new PostgresUnavailable("cannot let the application in: " + e.getMessage(), e);
        }
    }

    private boolean exists(String name) {
        String question = "SELECT count(*) FROM pg_database WHERE datname = ?";
        try (Connection connection = at("postgres").connect();
                var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        } catch (SQLException e) {
            throw new PostgresUnavailable("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private void create(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (Connection connection = at("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new PostgresUnavailable("cannot create " + name + ": " + e.getMessage(), e);
        }
    }

    private static final class Shared {

        private static final EmbeddedPostgres SERVER = startInTemporaryFolder();

        private static EmbeddedPostgres startInTemporaryFolder() {
            try {
                Path folder = Files.createTempDirectory("mastro-test-");
                Folders.makeTraversable(folder);
                EmbeddedPostgres server =
                        start(folder, Durability.THROWAWAY, Identity.ofThisProcess());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, folder)));
                return server;
            } catch (IOException e) {
                throw new PostgresUnavailable("cannot make a temporary folder", e);
            }
        }

        private static void discard(EmbeddedPostgres server, Path folder) {
            server.close();
            Folders.delete(folder);
        }
    }
}
