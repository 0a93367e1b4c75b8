/** The published language of Mastro: what both sides and every stored event speak. */
@NullMarked
package dev.mastro.shared;

import org.jspecify.annotations.NullMarked;
