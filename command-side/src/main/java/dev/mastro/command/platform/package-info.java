/** The wiring of the command side: clock, ids, settings, problem details. */
@NullMarked
package dev.mastro.command.platform;

import org.jspecify.annotations.NullMarked;
