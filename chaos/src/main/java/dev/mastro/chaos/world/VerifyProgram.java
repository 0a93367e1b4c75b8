package dev.mastro.chaos.world;

import dev.mastro.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code ./mastro verify}, as the program of its own that it is. */
public final class VerifyProgram {

    private static final String MAIN = "dev.mastro.verify.Verify";

    private VerifyProgram() {}

    /** How it ended, and what it said. */
    public record Said(int exitCode, String text) {

        private static final String INTACT = "INTACT\n";

        /** Whether nothing was found. */
        public boolean isIntact() {
            return exitCode == 0 && text.endsWith("\n" + INTACT);
        }

        /** Whether something was found, the first of it here, and this was said of something. */
        public boolean found(long position, String what) {
            String verdict = "NOT INTACT, the first of it at position %d\n".formatted(position);
            int begin = text.indexOf(verdict);
            return exitCode == 1 && begin >= 0 && text.substring(begin).contains(what);
        }
    }

    /** Verifies a database, with options such as {@code --key=...}. */
    public static Said run(Database database, List<String> options) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--url=" + database.url());
        arguments.add("--user=" + database.user());
        arguments.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(JavaProgram.command(MAIN, arguments)).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        try {
            Process process = builder.start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
