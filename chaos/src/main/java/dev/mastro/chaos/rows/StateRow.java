package dev.mastro.chaos.rows;

/** The state of a subject by two ways that must agree. */
public record StateRow(String subject, String one, String other) {}
