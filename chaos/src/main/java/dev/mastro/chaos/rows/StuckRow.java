package dev.mastro.chaos.rows;

/** Something that has waited for too long. */
public record StuckRow(String what, String which) {}
