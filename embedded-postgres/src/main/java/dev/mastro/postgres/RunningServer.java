package dev.mastro.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server that somebody has started in a data folder. */
record RunningServer(int port, String password) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<RunningServer> in(Path dataFolder) {
        Path root = dataFolder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(root.resolve("mastro-format"))) {
            throw new PostgresUnavailable(root + " is not a data folder of Mastro");
        }
        Path pidFile = root.resolve("postgres").resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() <= PORT_LINE || !runs(Long.parseLong(lines.get(PID_LINE).strip()))) {
                return Optional.empty();
            }
            return Optional.of(
                    new RunningServer(
                            Integer.parseInt(lines.get(PORT_LINE).strip()),
                            Files.readString(root.resolve("password")).strip()));
        } catch (IOException | NumberFormatException e) {
            throw new PostgresUnavailable("cannot see whether a server runs in " + root, e);
        }
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    Database database(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), Cluster.USER, password);
    }
}
