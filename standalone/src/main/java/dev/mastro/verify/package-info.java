/** A program of its own that believes nothing: it computes the proof of a whole log again. */
@NullMarked
package dev.mastro.verify;

import org.jspecify.annotations.NullMarked;
