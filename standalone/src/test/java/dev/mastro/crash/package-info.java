/** A process killed under load: what was acknowledged is there, once, and the books balance. */
@NullMarked
package dev.mastro.crash;

import org.jspecify.annotations.NullMarked;
