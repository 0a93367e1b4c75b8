package dev.mastro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;

/** What a person reads when Mastro is ready. */
final class Greeting {

    private Greeting() {}

    static String of(URI api, RunOptions options) {
        return text().replace("{api}", api.toString())
                .replace("{root}", api.resolve("/").toString().replaceFirst("/$", ""))
                .replace("{data}", options.data().toAbsolutePath().normalize().toString())
                .replace("{clock}", clock(options));
    }

    /** A file, because its examples name a seller, which code never does. */
    private static String text() {
        try (InputStream text = Greeting.class.getResourceAsStream("/greeting.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String clock(RunOptions options) {
        return options.clockStart().map(start -> "simulated, from " + start).orElse("real");
    }
}
