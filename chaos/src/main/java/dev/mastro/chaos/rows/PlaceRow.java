package dev.mastro.chaos.rows;

import org.jspecify.annotations.Nullable;

/** An event and its position; one of them is missing where something is wrong. */
public record PlaceRow(@Nullable Long index, @Nullable Long position) {}
