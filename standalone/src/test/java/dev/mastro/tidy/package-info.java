/** Reads all sources of all modules and refuses what the house style refuses. */
@NullMarked
package dev.mastro.tidy;

import org.jspecify.annotations.NullMarked;
