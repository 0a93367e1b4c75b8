/** Computes the proof of a whole log again from what is stored. */
@NullMarked
package dev.mastro.eventstore.verify;

import org.jspecify.annotations.NullMarked;
