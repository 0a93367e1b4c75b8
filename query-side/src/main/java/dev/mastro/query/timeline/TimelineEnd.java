package dev.mastro.query.timeline;

import dev.mastro.query.platform.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a timeline is told. An instant asks what was recorded by then, a date what counts by
 * the end of that day (billing.md C15).
 */
record TimelineEnd(String recorded, String effective) {

    private static final String NEVER = "infinity";

    static TimelineEnd of(@Nullable String until) {
        if (until == null) {
            return new TimelineEnd(NEVER, NEVER);
        }
        if (until.contains("T")) {
            Instant instant = Parameters.instant("until", until);
            return new TimelineEnd(String.valueOf(instant), NEVER);
        }
        LocalDate date = Parameters.date("until", until);
        return new TimelineEnd(NEVER, String.valueOf(date));
    }
}
