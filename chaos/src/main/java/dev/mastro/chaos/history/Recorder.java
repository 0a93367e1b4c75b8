package dev.mastro.chaos.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes down each sending as it ends, one line of JSON for each, and remembers it. */
public final class Recorder implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Sending> sendings = new ArrayList<>();
    private final Writer file;

    private Recorder(Writer file) {
        this.file = file;
    }

    /** Records in this file. */
    public static Recorder in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Recorder(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a sending that has ended. */
    public synchronized void add(Sending sending) {
        sendings.add(sending);
        try {
            file.write(JSON.writeValueAsString(sending));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was recorded so far. */
    public synchronized History frozen() {
        return new History(sendings);
    }

    /** How many took effect so far. */
    public synchronized int acknowledged() {
        return (int) sendings.stream().filter(Sending::isOk).count();
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
