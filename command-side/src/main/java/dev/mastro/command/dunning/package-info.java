/** Debts that stay unpaid: further attempts, then the end of paid services. */
@NullMarked
package dev.mastro.command.dunning;

import org.jspecify.annotations.NullMarked;
