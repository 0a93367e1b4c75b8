package dev.mastro.chaos.rows;

import org.jspecify.annotations.Nullable;

/** An event of the log, and by which sending it came, if a sending caused it. */
public record EventRow(
        long index,
        String stream,
        long sequence,
        String type,
        @Nullable String key,
        @Nullable String requestId,
        @Nullable String reference) {}
