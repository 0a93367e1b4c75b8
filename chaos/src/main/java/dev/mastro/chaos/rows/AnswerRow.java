package dev.mastro.chaos.rows;

/** The first answer to a key, as it is kept. */
public record AnswerRow(String account, String key, int status, String body) {}
