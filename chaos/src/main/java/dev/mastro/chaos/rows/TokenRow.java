package dev.mastro.chaos.rows;

/** How far a reader was when it was looked at. */
public record TokenRow(String reader, int segment, long position) {}
