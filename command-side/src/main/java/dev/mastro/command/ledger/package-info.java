/** Deciding over one whole account: its book, the draft of new facts, refusals as values. */
@NullMarked
package dev.mastro.command.ledger;

import org.jspecify.annotations.NullMarked;
