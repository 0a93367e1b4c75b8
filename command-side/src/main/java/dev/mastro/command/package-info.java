/** The side that decides: commands in, events out. */
@NullMarked
package dev.mastro.command;

import org.jspecify.annotations.NullMarked;
