package dev.mastro.command.facts;

import dev.mastro.shared.LedgerEvent;

/** A fact applied in the current unit of work, with its place in the stream of its subject. */
public record Fact(LedgerEvent event, String subject, long sequence) {}
