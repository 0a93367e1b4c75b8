/** Facts on their way into the log: applied to an aggregate and remembered for the receipt. */
@NullMarked
package dev.mastro.command.facts;

import org.jspecify.annotations.NullMarked;
