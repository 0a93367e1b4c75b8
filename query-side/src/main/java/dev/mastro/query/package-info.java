/** The side that answers: events in, read models out. */
@NullMarked
package dev.mastro.query;

import org.jspecify.annotations.NullMarked;
