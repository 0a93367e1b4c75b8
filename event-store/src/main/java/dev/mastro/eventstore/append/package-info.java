/** The way into the log: the commits of many units of work as one, each with its own fate. */
@NullMarked
package dev.mastro.eventstore.append;

import org.jspecify.annotations.NullMarked;
