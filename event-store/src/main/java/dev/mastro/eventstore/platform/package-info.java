/** Wiring: every Axon bean by hand, the guard that proves them, and the defaults they need. */
@NullMarked
package dev.mastro.eventstore.platform;

import org.jspecify.annotations.NullMarked;
