package dev.mastro.eventstore.verify;

/** What does not match, and at which position. */
public record Mismatch(long position, String what) {}
