/** Bugs that are planted on purpose, each of which the suite must catch. */
@NullMarked
package dev.mastro.chaos.canary;

import org.jspecify.annotations.NullMarked;
