/** The page on which anybody pays an invoice by its two numbers, without signing in. */
@NullMarked
package dev.mastro.command.payment.page;

import org.jspecify.annotations.NullMarked;
