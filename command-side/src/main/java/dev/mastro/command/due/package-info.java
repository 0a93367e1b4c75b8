/** What falls due and when: an index over the facts, kept in step with them, and how it is done. */
@NullMarked
package dev.mastro.command.due;

import org.jspecify.annotations.NullMarked;
