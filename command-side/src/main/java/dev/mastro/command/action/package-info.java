/** What may be done on an account now, and why the rest may not. */
@NullMarked
package dev.mastro.command.action;

import org.jspecify.annotations.NullMarked;
