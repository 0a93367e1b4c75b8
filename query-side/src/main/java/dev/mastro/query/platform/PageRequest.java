package dev.mastro.query.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: up to {@code limit} items whose place is after this position. */
public record PageRequest(long after, int limit) {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    /**
     * Reads the two parameters of every list.
     *
     * @throws MalformedRequest when the limit is not in 1 to 500, or the cursor is not one of ours
     */
    public static PageRequest of(@Nullable String limit, @Nullable String after) {
        return new PageRequest(position(after), limit(limit));
    }

    /** How many rows to fetch: one more, to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    static String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The same answer as for a number out of range.
        }
        throw new MalformedRequest("limit", limit, "a whole number from 1 to " + MOST);
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return Long.MIN_VALUE;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(after);
            return Long.parseLong(new String(decoded, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            throw new MalformedRequest("after", after, "the value of \"next\" of an earlier page");
        }
    }
}
