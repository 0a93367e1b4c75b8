/** Who of the customer's people may do what on his account. */
@NullMarked
package dev.mastro.command.role;

import org.jspecify.annotations.NullMarked;
