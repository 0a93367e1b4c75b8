/** An account at any moment, on both time axes: what counted by a date, as known at an instant. */
@NullMarked
package dev.mastro.query.history;

import org.jspecify.annotations.NullMarked;
