/** Events that a projection has put aside: looks at them, and projects them after a correction. */
@NullMarked
package dev.mastro.query.letter;

import org.jspecify.annotations.NullMarked;
