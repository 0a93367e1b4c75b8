package dev.mastro.chaos.rows;

/** The sequence numbers of a stream. */
public record StreamRow(String stream, long first, long last, long events) {}
