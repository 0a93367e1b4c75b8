/** All faults, and which of them belong to which tier. */
@NullMarked
package dev.mastro.chaos.fault;

import org.jspecify.annotations.NullMarked;
