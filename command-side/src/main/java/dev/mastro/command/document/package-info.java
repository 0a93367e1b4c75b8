/**
 * Invoices and credit notes in the making: lines, tax shares, numbers, and the credit spent on
 * them.
 */
@NullMarked
package dev.mastro.command.document;

import org.jspecify.annotations.NullMarked;
