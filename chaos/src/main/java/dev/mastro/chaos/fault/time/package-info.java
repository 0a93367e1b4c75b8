/** Clocks that jump, and much that falls due at once. */
@NullMarked
package dev.mastro.chaos.fault.time;

import org.jspecify.annotations.NullMarked;
