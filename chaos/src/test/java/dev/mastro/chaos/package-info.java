/** The suite itself: its options, its smallest tier, and what it must notice. */
@NullMarked
package dev.mastro.chaos;

import org.jspecify.annotations.NullMarked;
