/** Invoices, credit notes and receipts to download, sealed when they first leave the house. */
@NullMarked
package dev.mastro.query.document;

import org.jspecify.annotations.NullMarked;
