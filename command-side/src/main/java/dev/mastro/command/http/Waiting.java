package dev.mastro.command.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands {@code Prefer: wait=10} (RFC 7240, 4.3); what it cannot read it ignores. */
final class Waiting {

    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d+)\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SECONDS = 30;
    private static final int LONGEST_DIGITS = 9;

    private Waiting() {}

    /** How long the client would wait; the first of several wishes counts. */
    static @Nullable Duration preferredBy(List<String> headers) {
        for (String header : headers) {
            for (String preference : header.split(",", -1)) {
                Matcher wait = WAIT.matcher(preference);
                if (wait.matches()) {
                    return Duration.ofSeconds(seconds(wait.group(1)));
                }
            }
        }
        return null;
    }

    private static int seconds(String digits) {
        return digits.length() > LONGEST_DIGITS
                ? LONGEST_SECONDS
                : Math.min(LONGEST_SECONDS, Integer.parseInt(digits));
    }
}
