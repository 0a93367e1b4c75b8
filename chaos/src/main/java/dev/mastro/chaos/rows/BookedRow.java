package dev.mastro.chaos.rows;

/** Cents of an account as a read model that only keeps states shows them, and in the journal. */
public record BookedRow(String readModel, String account, long shown, long booked) {}
