package dev.mastro.chaos.rows;

/** The numbers that all accounts of a seller share: the last, and how many are in use up to it. */
public record SeriesRow(String series, long last, long documents, long numbers) {}
