/** What the database holds after a run, as values. */
@NullMarked
package dev.mastro.chaos.rows;

import org.jspecify.annotations.NullMarked;
