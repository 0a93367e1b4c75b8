/** Accounts: the aggregate, opening, what customers tell, and closing. */
@NullMarked
package dev.mastro.command.account;

import org.jspecify.annotations.NullMarked;
