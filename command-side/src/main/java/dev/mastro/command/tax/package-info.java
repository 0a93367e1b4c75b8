/** How a document is taxed: rates by country and date, VAT numbers, reverse charge. */
@NullMarked
package dev.mastro.command.tax;

import org.jspecify.annotations.NullMarked;
