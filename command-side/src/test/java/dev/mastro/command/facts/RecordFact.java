package dev.mastro.command.facts;

import dev.mastro.shared.LedgerEvent;

/** Asks a fixture to record a fact on the aggregate whose stream it belongs to. */
public record RecordFact(String subject, LedgerEvent fact) {}
