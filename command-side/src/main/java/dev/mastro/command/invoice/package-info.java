/** Invoices: the aggregate that remembers lines and what settled them. */
@NullMarked
package dev.mastro.command.invoice;

import org.jspecify.annotations.NullMarked;
