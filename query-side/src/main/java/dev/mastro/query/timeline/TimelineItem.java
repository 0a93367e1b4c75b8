package dev.mastro.query.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact as support reads it.
 *
 * @param sequence counts the facts of its subject from 0
 * @param amounts by name, as JSON: it is stored as it is answered
 */
record TimelineItem(
        long position,
        String type,
        UUID subject,
        long sequence,
        Instant at,
        LocalDate effectiveOn,
        String text,
        @JsonRawValue String amounts,
        @JsonUnwrapped Cause cause) {

    /** Who did it, for whom, through what, why, and by which command. */
    record Cause(
            @Nullable String actor,
            @Nullable String onBehalfOf,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable String commandId) {}
}
