package dev.mastro.chaos.rows;

/** How often a read model shows the event at a position. */
public record AppliedRow(String readModel, long position, long times) {}
