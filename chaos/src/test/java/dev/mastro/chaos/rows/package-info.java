/** Questions to a real database with rows of our own. */
@NullMarked
package dev.mastro.chaos.rows;

import org.jspecify.annotations.NullMarked;
