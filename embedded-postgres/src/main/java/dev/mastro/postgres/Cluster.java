package dev.mastro.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, starts and stops the server in a data folder, by PostgreSQL's own programs. */
final class Cluster {

    static final String USER = "mastro";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final int ATTEMPTS = 3;
    private static final String PORT_TAKEN = "could not bind";

    private final LedgerFolder folder;
    private final Binaries binaries;
    private final Identity identity;

    Cluster(LedgerFolder folder, Binaries binaries, Identity identity) {
        this.folder = folder;
        this.binaries = binaries;
        this.identity = identity;
    }

    /** Leaves either a complete cluster or none, wherever it is interrupted. */
    void createIfMissing(Durability durability) throws IOException {
        if (Files.isDirectory(folder.cluster())) {
            return;
        }
        Path unfinished = folder.unfinishedCluster();
        Folders.delete(unfinished);
        Files.createDirectory(unfinished);
        identity.own(unfinished);
        folder.createPasswordIfMissing();
        identity.own(folder.passwordFile());
        List<String> command = new ArrayList<>(initdb(unfinished));
        if (durability == Durability.THROWAWAY) {
            command.add("--no-sync");
        }
        Programs.Outcome outcome = Programs.run(identity.as(command));
        if (!outcome.succeeded()) {
            throw new PostgresUnavailable("PostgreSQL's initdb failed: " + outcome.reason());
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts on a free port of the loopback interface and answers that port. */
    int start(Durability durability) throws IOException {
        stopOrphan();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Path settings = folder.cluster().resolve("postgresql.conf");
            Files.writeString(settings, durability.configuration(port));
            long before = Files.exists(serverLog()) ? Files.size(serverLog()) : 0;
            Programs.Outcome outcome =
                    control("start", "-w", "-t", "600", "-l", serverLog().toString());
            if (outcome.succeeded()) {
                return port;
            }
            String complaint = complaintSince(before).orElse(outcome.reason());
            if (attempt == ATTEMPTS || !complaint.contains(PORT_TAKEN)) {
                throw new PostgresUnavailable(
                        "PostgreSQL did not start: %s (see %s)".formatted(complaint, serverLog()));
            }
        }
    }

    void stop() {
        Programs.Outcome outcome = control("stop", "-w", "-t", "60", "-m", "fast");
        if (!outcome.succeeded() && postmaster().isPresent()) {
            log.warn("PostgreSQL did not stop in time: {}", outcome.reason());
            outcome = control("stop", "-w", "-t", "60", "-m", "immediate");
        }
        if (!outcome.succeeded() && postmaster().isPresent()) {
            throw new PostgresUnavailable("PostgreSQL does not stop: " + outcome.reason());
        }
    }

    /** The server outlives a Mastro that was killed; nobody else can be using it. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isPresent()) {
            log.info("Stopping the PostgreSQL that a killed Mastro left behind");
            stop();
        } else if (alive(recordedPid()).isPresent()) {
            // Another program has got the number since; PostgreSQL would refuse because of it.
            Files.delete(pidFile());
        }
    }

    private Optional<ProcessHandle> postmaster() {
        return alive(recordedPid())
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static Optional<ProcessHandle> alive(Optional<Long> pid) {
        return pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private Optional<Long> recordedPid() {
        try {
            return Files.exists(pidFile())
                    ? Files.readAllLines(pidFile()).stream().findFirst().map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return folder.cluster().resolve("postmaster.pid");
    }

    private Path serverLog() {
        return folder.cluster().resolve("server.log");
    }

    private Optional<String> complaintSince(long offset) throws IOException {
        if (!Files.exists(serverLog())) {
            return Optional.empty();
        }
        try (var written = Files.newInputStream(serverLog())) {
            written.skipNBytes(offset);
            return new String(written.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(PORT_TAKEN) || line.contains("FATAL:"))
                    .findFirst();
        }
    }

    private Programs.Outcome control(String... arguments) {
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl")));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-D", folder.cluster().toString()));
        return Programs.run(identity.as(command));
    }

    private List<String> initdb(Path target) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
