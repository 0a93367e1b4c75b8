/** Real processes on a real database, and the ways to hurt them. */
@NullMarked
package dev.mastro.chaos.world;

import org.jspecify.annotations.NullMarked;
