/** Prints documents from facts: the same facts make the same bytes. */
@NullMarked
package dev.mastro.query.paper;

import org.jspecify.annotations.NullMarked;
