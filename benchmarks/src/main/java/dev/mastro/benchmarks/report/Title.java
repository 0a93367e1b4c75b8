package dev.mastro.benchmarks.report;

/** What a figure measures, in words, and what it shall reach. */
public record Title(String figure, String words, Aim aim) {}
