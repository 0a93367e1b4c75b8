/** Nodes that are killed or stopped. */
@NullMarked
package dev.mastro.chaos.fault.process;

import org.jspecify.annotations.NullMarked;
