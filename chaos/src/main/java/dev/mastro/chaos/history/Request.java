package dev.mastro.chaos.history;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, under which key.
 *
 * @param account whose it is, or nothing while it is still to be opened
 */
public record Request(@Nullable String account, String path, String key, String body) {}
