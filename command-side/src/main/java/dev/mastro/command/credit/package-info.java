/** Credit of an account: given, spent by hand, paid out, expired. */
@NullMarked
package dev.mastro.command.credit;

import org.jspecify.annotations.NullMarked;
