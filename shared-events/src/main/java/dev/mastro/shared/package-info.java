/** The published language of Mastro: events, values and the arithmetic both sides share. */
@NullMarked
package dev.mastro.shared;

import org.jspecify.annotations.NullMarked;
