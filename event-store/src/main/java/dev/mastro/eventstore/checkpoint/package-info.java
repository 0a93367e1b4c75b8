/** Signs now and then what the log is, and keeps what proofs are made of. */
@NullMarked
package dev.mastro.eventstore.checkpoint;

import org.jspecify.annotations.NullMarked;
