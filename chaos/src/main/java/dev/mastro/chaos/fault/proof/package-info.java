/** Faults of what the log and its proof are kept in. */
@NullMarked
package dev.mastro.chaos.fault.proof;

import org.jspecify.annotations.NullMarked;
