package dev.mastro.chaos.world;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The database server, with everything on disk before it answers. */
public final class Server implements AutoCloseable {

    /** What the server writes when it makes good what a crash has left. */
    public static final String RECOVERY = "redo starts at";

    private static final Duration COMES_BACK_WITHIN = Duration.ofMinutes(2);

    private final Path folder;
    private volatile String name = "mastro";
    private volatile EmbeddedPostgres postgres;
    private volatile Database database;

    Server(Path folder) {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.start(folder);
        this.database = postgres.database(name);
    }

    int port() {
        return postgres.port();
    }

    /** The database of the ledger. */
    public Database database() {
        return database;
    }

    /** Another database beside it, made at its first use. */
    public Database database(String other) {
        return postgres.database(other);
    }

    /** From now on this is the database of the ledger, for whoever is started. */
    public void use(String other) {
        name = other;
        database = postgres.database(name);
    }

    /** SIGKILL for one of its processes: it ends all others and recovers by itself. */
    public void crashAProcess() {
        long before = logSize();
        ProcessHandle victim =
                postmaster().stream()
                        .flatMap(ProcessHandle::children)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no process to kill"));
        victim.destroyForcibly();
        Patience.until(
                COMES_BACK_WITHIN,
                "the server has recovered",
                () -> logSince(before).contains("ready to accept connections"));
    }

    /** An immediate stop, as after a crash of the machine, and a start that recovers. */
    public void crash() {
        Optional<ProcessHandle> postmaster = postmaster().filter(ProcessHandle::isAlive);
        postmaster.ifPresent(alive -> Processes.signal("QUIT", alive.pid()));
        Patience.until(
                COMES_BACK_WITHIN,
                "the server is gone",
                () -> postmaster.stream().noneMatch(ProcessHandle::isAlive));
        restart();
    }

    /** A fast stop, in which open transactions roll back, and a start. */
    public void restart() {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
        database = postgres.database(name);
    }

    /** As whoever finds it dead, or alive and of no use, does. */
    public void startAgain() {
        if (Files.exists(pidFile())) {
            crash();
        } else {
            restart();
        }
    }

    /** How long its log is now. */
    public long logSize() {
        return log().size();
    }

    /** What it has written since. */
    public String logSince(long size) {
        return log().since(size);
    }

    @Override
    public void close() {
        postgres.close();
    }

    private LogFile log() {
        return new LogFile(folder.resolve("postgres/server.log"));
    }

    private Path pidFile() {
        return folder.resolve("postgres/postmaster.pid");
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
