package dev.mastro.verify;

import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What to verify, and against what.
 *
 * @param place which kind of place the log is in, and where
 * @param keys that are believed; empty to take that of the data folder
 * @param checkpoints files, or folders of files, with notes that were kept elsewhere
 */
record VerifyOptions(Place place, List<VerifierKey> keys, List<Path> checkpoints) {

    VerifyOptions {
        keys = List.copyOf(keys);
        checkpoints = List.copyOf(checkpoints);
    }

    /** Where a log lies. */
    sealed interface Place {

        /** In a data folder, on the PostgreSQL that runs there or is started for the while. */
        record Folder(Path folder) implements Place {}

        /** In a database. */
        record Url(String url, Optional<String> user) implements Place {}

        /** In a file. */
        record Export(Path file) implements Place {}
    }

    private static final String KNOWN =
            "known are --data, --url, --user, --export, --key and --checkpoint";

    /**
     * Reads {@code --name=value} and {@code --name value}.
     *
     * @throws CannotVerify when an option is unknown or its value impossible
     */
    static VerifyOptions parse(String... arguments) {
        List<VerifierKey> keys = new ArrayList<>();
        List<Path> checkpoints = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        Optional<String> user = Optional.empty();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String[] parts = rest.removeFirst().split("=", 2);
            String value = parts.length == 2 ? parts[1] : next(parts[0], rest);
            switch (parts[0]) {
                case "--data" -> place = one(place, new Place.Folder(Path.of(value)));
                case "--url" -> place = one(place, new Place.Url(value, Optional.empty()));
                case "--export" -> place = one(place, new Place.Export(file(value)));
                case "--user" -> user = Optional.of(value);
                case "--key" -> keys.add(key(value));
                case "--checkpoint" -> checkpoints.add(file(value));
                default ->
                        throw new CannotVerify("unknown option %s, %s".formatted(parts[0], KNOWN));
            }
        }
        Place found = place.orElseGet(() -> new Place.Folder(Path.of("data")));
        return new VerifyOptions(
                found instanceof Place.Url url ? new Place.Url(url.url(), user) : found,
                keys,
                checkpoints);
    }

    private static String next(String name, Deque<String> rest) {
        if (!name.startsWith("--")) {
            throw new CannotVerify("unknown option %s, %s".formatted(name, KNOWN));
        }
        if (rest.isEmpty()) {
            throw new CannotVerify(name + " needs a value");
        }
        return rest.removeFirst();
    }

    private static Optional<Place> one(Optional<Place> before, Place place) {
        if (before.isPresent()) {
            throw new CannotVerify("one of --data, --url and --export is enough");
        }
        return Optional.of(place);
    }

    private static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (InvalidNote e) {
            throw new CannotVerify("--key: " + e.getMessage(), e);
        }
    }

    private static Path file(String text) {
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            throw new CannotVerify("cannot read " + file);
        }
        return file;
    }
}
