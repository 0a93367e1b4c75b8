/** Gives the events of the log their order, and makes every later change of one visible. */
@NullMarked
package dev.mastro.eventstore.seal;

import org.jspecify.annotations.NullMarked;
