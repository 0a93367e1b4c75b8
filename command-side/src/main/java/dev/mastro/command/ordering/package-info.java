/**
 * Buying and changing: a list of changes, previewed as a quote and placed as an order (api.md 3).
 */
@NullMarked
package dev.mastro.command.ordering;

import org.jspecify.annotations.NullMarked;
