/** What must hold after every fault, as pure functions. */
@NullMarked
package dev.mastro.chaos.invariant;

import org.jspecify.annotations.NullMarked;
