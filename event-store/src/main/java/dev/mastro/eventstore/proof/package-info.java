/** The tree of RFC 6962 over the leaves of the log: short proofs of what it contains. */
@NullMarked
package dev.mastro.eventstore.proof;

import org.jspecify.annotations.NullMarked;
