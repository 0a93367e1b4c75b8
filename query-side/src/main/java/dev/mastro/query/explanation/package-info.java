/** How an amount came about: formula, inputs and rules, from the facts alone. */
@NullMarked
package dev.mastro.query.explanation;

import org.jspecify.annotations.NullMarked;
