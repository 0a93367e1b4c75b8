package dev.mastro.eventstore.codec;

import org.axonframework.serialization.Revision;

/** Appended and rolled back at start-up to prove that an append is transactional. */
@Revision("1")
public record LogProbed(String node) {}
