/** Invoices and credit notes: their facts and lines. */
@NullMarked
package dev.mastro.shared.invoice;

import org.jspecify.annotations.NullMarked;
