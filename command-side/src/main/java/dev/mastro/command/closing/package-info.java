/** Closing the books, month by month (billing.md 5.2). */
@NullMarked
package dev.mastro.command.closing;

import org.jspecify.annotations.NullMarked;
