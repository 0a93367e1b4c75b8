package dev.mastro.chaos.world;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The database server, with everything on disk before it answers. */
public final class Server implements AutoCloseable {

    /** What the server writes when it makes good what a crash has left. */
    public static final String RECOVERY = "redo starts at";

    private static final Duration COMES_BACK_WITHIN = Duration.ofMinutes(2);
    private static final String NAME = "mastro";

    private final Path folder;
    private volatile EmbeddedPostgres postgres;
    private volatile Database database;

    Server(Path folder) {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.start(folder);
        this.database = postgres.database(NAME);
    }

    int port() {
        return postgres.port();
    }

    /** The database of the ledger. */
    public Database database() {
        return database;
    }

    /** SIGKILL for one of its processes: it ends all others and recovers by itself. */
    public void crashAProcess() {
        long before = logSize();
        ProcessHandle victim =
                postmaster()
                        .children()
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
        ProcessHandle postmaster = postmaster();
        Processes.signal("QUIT", postmaster.pid());
        Patience.until(COMES_BACK_WITHIN, "the server is gone", () -> !postmaster.isAlive());
        restart();
    }

    /** A fast stop, in which open transactions roll back, and a start. */
    public void restart() {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
        database = postgres.database(NAME);
    }

    /** How long its log is now. */
    public long logSize() {
        try {
            return Files.size(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written since. */
    public String logSince(long size) {
        try (var in = Files.newInputStream(log())) {
            in.skipNBytes(size);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }

    private Path log() {
        return folder.resolve("postgres/server.log");
    }

    private ProcessHandle postmaster() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
