/** Finds the account behind an id or a number, kept up to date with the events themselves. */
@NullMarked
package dev.mastro.command.lookup;

import org.jspecify.annotations.NullMarked;
