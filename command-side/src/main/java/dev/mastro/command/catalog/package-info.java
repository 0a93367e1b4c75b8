/** What each seller sells, at which price and tax, and under which rules: dated, versioned data. */
@NullMarked
package dev.mastro.command.catalog;

import org.jspecify.annotations.NullMarked;
