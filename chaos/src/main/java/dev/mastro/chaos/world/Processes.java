package dev.mastro.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Signals to processes that the suite has started itself. */
final class Processes {

    private Processes() {}

    static void signal(String signal, long pid) {
        run("kill", "-" + signal, Long.toString(pid));
    }

    static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
