/** What was sent, and what came of it. */
@NullMarked
package dev.mastro.chaos.history;

import org.jspecify.annotations.NullMarked;
