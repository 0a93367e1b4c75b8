package dev.mastro.chaos.rows;

/** Money that an event says was received, and what the journal says of the same position. */
public record CashRow(long position, long received, long posted) {}
