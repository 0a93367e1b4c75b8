package dev.mastro;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen at start.
 *
 * @param port of the HTTP server; 0 takes any free one
 * @param data folder of the ledger, created on first use
 * @param clockStart where the simulated clock starts; empty for the real clock
 */
public record RunOptions(int port, Path data, Optional<Instant> clockStart) {

    private static final int LARGEST_PORT = 65_535;

    public static RunOptions defaults() {
        return new RunOptions(8080, Path.of("data"), Optional.empty());
    }

    public RunOptions withPort(int changed) {
        return new RunOptions(changed, data, clockStart);
    }

    public RunOptions withData(Path changed) {
        return new RunOptions(port, changed, clockStart);
    }

    public RunOptions withClockStart(Instant changed) {
        return new RunOptions(port, data, Optional.of(changed));
    }

    /**
     * Reads {@code --name=value} and {@code --name value}.
     *
     * @throws RefusedStart when an option is unknown or its value impossible
     */
    public static RunOptions parse(String... arguments) {
        RunOptions options = defaults();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String[] parts = rest.removeFirst().split("=", 2);
            options = options.with(parts[0], parts.length == 2 ? parts[1] : next(parts[0], rest));
        }
        return options;
    }

    private static String next(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw name.startsWith("--")
                    ? RefusedStart.wrongOption(name + " needs a value")
                    : unknown(name);
        }
        return rest.removeFirst();
    }

    private RunOptions with(String name, String value) {
        return switch (name) {
            case "--port" -> withPort(port(value));
            case "--data" -> withData(folder(value));
            case "--clock" -> new RunOptions(port, data, clockStart(value));
            default -> throw unknown(name);
        };
    }

    private static RefusedStart unknown(String name) {
        return RefusedStart.wrongOption(
                "unknown option %s, known are --port, --data and --clock".formatted(name));
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw RefusedStart.wrongOption(
                    "--port is a number up to %d, not '%s'".formatted(LARGEST_PORT, value));
        }
        return Integer.parseInt(value);
    }

    private static Path folder(String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            throw RefusedStart.wrongOption("--data is no folder: " + e.getMessage());
        }
        throw RefusedStart.wrongOption("--data needs a folder");
    }

    private static Optional<Instant> clockStart(String value) {
        try {
            return value.equals("real") ? Optional.empty() : Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw RefusedStart.wrongOption(
                    "--clock is 'real' or an instant such as 2026-01-01T00:00:00Z, not '%s'"
                            .formatted(value));
        }
    }
}
