/** Invoices with their lines and what settled them. */
@NullMarked
package dev.mastro.query.invoice;

import org.jspecify.annotations.NullMarked;
