package dev.mastro.chaos.rows;

/** What the lines of one entry of the journal come to in one currency. */
public record PostedRow(long position, String currency, long sum, long lines, long lastLine) {}
