package dev.mastro.chaos.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Of which state of the sources a result is. */
final class Commit {

    private static final String UNKNOWN = "unknown";

    private Commit() {}

    /** The commit that is checked out, with a plus when something that is built differs from it. */
    static String current() {
        String commit = git("rev-parse", "--short=9", "HEAD");
        return commit.equals(UNKNOWN)
                        || git("status", "--porcelain", "-uno", "--", ":(top,exclude)docs")
                                .isEmpty()
                ? commit
                : commit + "+";
    }

    private static String git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
