/** The customers, and what they ask for. */
@NullMarked
package dev.mastro.chaos.load;

import org.jspecify.annotations.NullMarked;
